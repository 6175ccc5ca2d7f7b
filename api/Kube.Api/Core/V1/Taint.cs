namespace Kube.Api.Core.V1;

public sealed class Taint
{
    [Required]
    public string? Key { get; set; }

    public string? Value { get; set; }

    [Required]
    public string? Effect { get; set; }

    public DateTime? TimeAdded { get; set; }
}
