namespace Kube.Api.Core.V1;

/// <summary>A resolver option, such as ndots.</summary>
public sealed class PodDNSConfigOption
{
    /// <summary>Option name.</summary>
    [ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>Option value, where it has one.</summary>
    [ProtoField(2, IsPointer = true)]
    public string? Value { get; set; }
}
