namespace Kube.Api.Core.V1;

/// <summary>What a container needs and the most it may use.</summary>
public sealed class ResourceRequirements
{
    /// <summary>The most it may use, by resource name. CPU is throttled, memory over the limit ends the container.</summary>
    [ProtoField(1)]
    public Dictionary<string, Quantity>? Limits { get; set; }

    /// <summary>What is set aside for it, by resource name; equal to the limit when only that is given.</summary>
    [ProtoField(2)]
    public Dictionary<string, Quantity>? Requests { get; set; }

    /// <summary>Devices it uses, out of the pod's resourceClaims.</summary>
    [ListMap("name"), ProtoField(3)]
    public List<ResourceClaim>? Claims { get; set; }
}
