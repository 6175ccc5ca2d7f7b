namespace Kube.Api.Meta.V1;

public sealed class GroupVersionKind
{
    [Required]
    public string? Group { get; set; }

    [Required]
    public string? Version { get; set; }

    [Required]
    public string? Kind { get; set; }
}
