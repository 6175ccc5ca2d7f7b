namespace Kube.Api.Core.V1;

/// <summary>How AppArmor confines a process.</summary>
public sealed class AppArmorProfile
{
    /// <summary>Localhost, RuntimeDefault or Unconfined.</summary>
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    /// <summary>Profile loaded on the node; only with type Localhost.</summary>
    [ProtoField(2, IsPointer = true)]
    public string? LocalhostProfile { get; set; }
}
