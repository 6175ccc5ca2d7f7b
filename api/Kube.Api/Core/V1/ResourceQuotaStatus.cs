namespace Kube.Api.Core.V1;

/// <summary>What is enforced and used.</summary>
public sealed class ResourceQuotaStatus
{
    /// <summary>The bounds that are enforced.</summary>
    [ProtoField(1)]
    public Dictionary<string, Quantity>? Hard { get; set; }

    /// <summary>What the objects of the namespace use of each bounded resource.</summary>
    [ProtoField(2)]
    public Dictionary<string, Quantity>? Used { get; set; }
}
