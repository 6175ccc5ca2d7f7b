namespace Kube.Api.Core.V1;

public sealed class SecurityContext
{
    [ProtoField(1, IsPointer = true)]
    public Capabilities? Capabilities { get; set; }

    [ProtoField(2, IsPointer = true)]
    public bool? Privileged { get; set; }

    [ProtoField(3, IsPointer = true)]
    public SELinuxOptions? SeLinuxOptions { get; set; }

    [ProtoField(10, IsPointer = true)]
    public WindowsSecurityContextOptions? WindowsOptions { get; set; }

    [ProtoField(4, IsPointer = true)]
    public long? RunAsUser { get; set; }

    [ProtoField(8, IsPointer = true)]
    public long? RunAsGroup { get; set; }

    [ProtoField(5, IsPointer = true)]
    public bool? RunAsNonRoot { get; set; }

    [ProtoField(6, IsPointer = true)]
    public bool? ReadOnlyRootFilesystem { get; set; }

    [ProtoField(7, IsPointer = true)]
    public bool? AllowPrivilegeEscalation { get; set; }

    [ProtoField(9, IsPointer = true)]
    public string? ProcMount { get; set; }

    [ProtoField(11, IsPointer = true)]
    public SeccompProfile? SeccompProfile { get; set; }

    [ProtoField(12, IsPointer = true)]
    public AppArmorProfile? AppArmorProfile { get; set; }
}
