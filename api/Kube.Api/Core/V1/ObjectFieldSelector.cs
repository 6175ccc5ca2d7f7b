namespace Kube.Api.Core.V1;

[MapAtomic]
public sealed class ObjectFieldSelector
{
    public string? ApiVersion { get; set; }

    [Required]
    public string? FieldPath { get; set; }
}
