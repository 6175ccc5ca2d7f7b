namespace Kube.Api.Core.V1;

/// <summary>An image a node has.</summary>
public sealed class ContainerImage
{
    /// <summary>Names and digests it is known by.</summary>
    [ProtoField(1)]
    public List<string>? Names { get; set; }

    /// <summary>Its size.</summary>
    [ProtoField(2)]
    public long? SizeBytes { get; set; }
}
