namespace Kube.Api.NodeApi.V1;

/// <summary>What a way of running pods costs beyond the containers themselves.</summary>
public sealed class Overhead
{
    /// <summary>Cost of one pod, by resource name; added to the requests of its containers.</summary>
    [ProtoField(1)]
    public Dictionary<string, Quantity>? PodFixed { get; set; }
}
