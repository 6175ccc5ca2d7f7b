namespace Kube.Api.Core.V1;

public sealed class ResourceRequirements
{
    public Dictionary<string, Quantity>? Limits { get; set; }

    public Dictionary<string, Quantity>? Requests { get; set; }

    [ListMap("name")]
    public List<ResourceClaim>? Claims { get; set; }
}
