namespace Kube.Api.Core.V1;

/// <summary>A taint that does not keep the pod away. A toleration matches when key, value and effect do.</summary>
public sealed class Toleration
{
    /// <summary>Taint key; any when absent, which needs operator Exists.</summary>
    [ProtoField(1)]
    public string? Key { get; set; }

    /// <summary>Equal (default) compares the value, Exists does not.</summary>
    [ProtoField(2)]
    public string? Operator { get; set; }

    /// <summary>Taint value.</summary>
    [ProtoField(3)]
    public string? Value { get; set; }

    /// <summary>Taint effect; any when absent.</summary>
    [ProtoField(4)]
    public string? Effect { get; set; }

    /// <summary>Seconds the pod may stay once a NoExecute taint appears; for ever when absent.</summary>
    [ProtoField(5, IsPointer = true)]
    public long? TolerationSeconds { get; set; }
}
