namespace Kube.Api.Core.V1;

/// <summary>User, rights and kernel settings of one container; wins over the pod's.</summary>
public sealed class SecurityContext
{
    /// <summary>Kernel capabilities to add and drop.</summary>
    [ProtoField(1, IsPointer = true)]
    public Capabilities? Capabilities { get; set; }

    /// <summary>True for all rights of root on the node. Default false.</summary>
    [ProtoField(2, IsPointer = true)]
    public bool? Privileged { get; set; }

    /// <summary>SELinux labels.</summary>
    [ProtoField(3, IsPointer = true)]
    public SELinuxOptions? SeLinuxOptions { get; set; }

    /// <summary>Settings for Windows containers.</summary>
    [ProtoField(10, IsPointer = true)]
    public WindowsSecurityContextOptions? WindowsOptions { get; set; }

    /// <summary>User id of the first process; the image's own when absent.</summary>
    [ProtoField(4, IsPointer = true)]
    public long? RunAsUser { get; set; }

    /// <summary>Group id of the first process.</summary>
    [ProtoField(8, IsPointer = true)]
    public long? RunAsGroup { get; set; }

    /// <summary>True to refuse to start as user 0.</summary>
    [ProtoField(5, IsPointer = true)]
    public bool? RunAsNonRoot { get; set; }

    /// <summary>True to keep the container from writing to its image's files. Default false.</summary>
    [ProtoField(6, IsPointer = true)]
    public bool? ReadOnlyRootFilesystem { get; set; }

    /// <summary>False to keep processes from gaining more rights than their parent.</summary>
    [ProtoField(7, IsPointer = true)]
    public bool? AllowPrivilegeEscalation { get; set; }

    /// <summary>How /proc is shown: Default or Unmasked.</summary>
    [ProtoField(9, IsPointer = true)]
    public string? ProcMount { get; set; }

    /// <summary>Which system calls are allowed.</summary>
    [ProtoField(11, IsPointer = true)]
    public SeccompProfile? SeccompProfile { get; set; }

    /// <summary>AppArmor confinement.</summary>
    [ProtoField(12, IsPointer = true)]
    public AppArmorProfile? AppArmorProfile { get; set; }
}
