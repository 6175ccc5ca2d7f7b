namespace Kube.Api.Core.V1;

/// <summary>Users, groups and kernel settings of all containers of a pod.</summary>
public sealed class PodSecurityContext
{
    /// <summary>SELinux labels of all containers.</summary>
    [ProtoField(1, IsPointer = true)]
    public SELinuxOptions? SeLinuxOptions { get; set; }

    /// <summary>Settings for Windows containers.</summary>
    [ProtoField(8, IsPointer = true)]
    public WindowsSecurityContextOptions? WindowsOptions { get; set; }

    /// <summary>User id of first processes.</summary>
    [ProtoField(2, IsPointer = true)]
    public long? RunAsUser { get; set; }

    /// <summary>Group id of first processes.</summary>
    [ProtoField(6, IsPointer = true)]
    public long? RunAsGroup { get; set; }

    /// <summary>True to refuse to start anything as user 0.</summary>
    [ProtoField(3, IsPointer = true)]
    public bool? RunAsNonRoot { get; set; }

    /// <summary>Further groups of first processes.</summary>
    [ProtoField(4)]
    public List<long>? SupplementalGroups { get; set; }

    /// <summary>Whether groups from the image count too: Merge (default) or Strict.</summary>
    [ProtoField(12, IsPointer = true)]
    public string? SupplementalGroupsPolicy { get; set; }

    /// <summary>Group that owns files of volumes that support it.</summary>
    [ProtoField(5, IsPointer = true)]
    public long? FsGroup { get; set; }

    /// <summary>Kernel parameters of the pod's namespaces.</summary>
    [ProtoField(7)]
    public List<Sysctl>? Sysctls { get; set; }

    /// <summary>When ownership of volumes is changed: Always (default) or OnRootMismatch.</summary>
    [ProtoField(9, IsPointer = true)]
    public string? FsGroupChangePolicy { get; set; }

    /// <summary>Which system calls are allowed.</summary>
    [ProtoField(10, IsPointer = true)]
    public SeccompProfile? SeccompProfile { get; set; }

    /// <summary>AppArmor confinement.</summary>
    [ProtoField(11, IsPointer = true)]
    public AppArmorProfile? AppArmorProfile { get; set; }

    /// <summary>How volumes get their SELinux label: Recursive or MountOption.</summary>
    [ProtoField(13, IsPointer = true)]
    public string? SeLinuxChangePolicy { get; set; }
}
