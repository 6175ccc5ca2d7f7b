namespace Kube.Api.Core.V1;

[MapAtomic]
public sealed class TypedLocalObjectReference
{
    public string? ApiGroup { get; set; }

    [Required]
    public string? Kind { get; set; }

    [Required]
    public string? Name { get; set; }
}
