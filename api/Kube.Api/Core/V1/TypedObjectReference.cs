namespace Kube.Api.Core.V1;

public sealed class TypedObjectReference
{
    public string? ApiGroup { get; set; }

    [Required]
    public string? Kind { get; set; }

    [Required]
    public string? Name { get; set; }

    public string? Namespace { get; set; }
}
