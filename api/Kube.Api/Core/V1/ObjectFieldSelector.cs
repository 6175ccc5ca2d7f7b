namespace Kube.Api.Core.V1;

[MapAtomic]
public sealed class ObjectFieldSelector
{
    [ProtoField(1)]
    public string? ApiVersion { get; set; }

    [Required, ProtoField(2)]
    public string? FieldPath { get; set; }
}
