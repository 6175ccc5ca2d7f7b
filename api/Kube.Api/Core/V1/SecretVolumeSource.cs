namespace Kube.Api.Core.V1;

/// <summary>The keys of a Secret as files.</summary>
public sealed class SecretVolumeSource
{
    /// <summary>Name of the Secret.</summary>
    [ProtoField(1)]
    public string? SecretName { get; set; }

    /// <summary>Keys to show and under which paths; all, under their own names, when absent.</summary>
    [ProtoField(2)]
    public List<KeyToPath>? Items { get; set; }

    /// <summary>Permission bits of the files. Default 420, which is 0644.</summary>
    [ProtoField(3, IsPointer = true)]
    public int? DefaultMode { get; set; }

    /// <summary>True when the pod may start although the source or key does not exist. Default false.</summary>
    [ProtoField(4, IsPointer = true)]
    public bool? Optional { get; set; }
}
