namespace Kube.Api.Core.V1;

/// <summary>Which system calls a process may make.</summary>
public sealed class SeccompProfile
{
    /// <summary>Localhost, RuntimeDefault or Unconfined.</summary>
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    /// <summary>File on the node, below the kubelet's seccomp folder; only with type Localhost.</summary>
    [ProtoField(2, IsPointer = true)]
    public string? LocalhostProfile { get; set; }
}
