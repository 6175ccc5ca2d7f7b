namespace Kube.Api.Core.V1;

public sealed class ResourceRequirements
{
    [ProtoField(1)]
    public Dictionary<string, Quantity>? Limits { get; set; }

    [ProtoField(2)]
    public Dictionary<string, Quantity>? Requests { get; set; }

    [ListMap("name"), ProtoField(3)]
    public List<ResourceClaim>? Claims { get; set; }
}
