namespace Kube.Api.Core.V1;

public sealed class Sysctl
{
    [Required]
    public string? Name { get; set; }

    [Required]
    public string? Value { get; set; }
}
