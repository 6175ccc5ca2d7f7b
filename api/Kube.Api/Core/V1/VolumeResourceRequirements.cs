namespace Kube.Api.Core.V1;

/// <summary>Size of a volume.</summary>
public sealed class VolumeResourceRequirements
{
    /// <summary>The most it may be.</summary>
    [ProtoField(1)]
    public Dictionary<string, Quantity>? Limits { get; set; }

    /// <summary>What it must be at least.</summary>
    [ProtoField(2)]
    public Dictionary<string, Quantity>? Requests { get; set; }
}
