namespace Kube.Api.Core.V1;

/// <summary>Bounds, and which objects count against them.</summary>
public sealed class ResourceQuotaSpec
{
    /// <summary>The most of each resource: compute such as requests.cpu, storage such as requests.storage, numbers of objects such as pods or count/deployments.apps.</summary>
    [ProtoField(1)]
    public Dictionary<string, Quantity>? Hard { get; set; }

    /// <summary>Only objects that match every one of these count. Fixed once set.</summary>
    [ProtoField(2)]
    public List<string>? Scopes { get; set; }

    /// <summary>The same with operators and values; must match as well as scopes. Fixed once set.</summary>
    [ProtoField(3, IsPointer = true)]
    public ScopeSelector? ScopeSelector { get; set; }
}
