namespace Kube.Api.Core.V1;

public sealed class PodSecurityContext
{
    [ProtoField(1, IsPointer = true)]
    public SELinuxOptions? SeLinuxOptions { get; set; }

    [ProtoField(8, IsPointer = true)]
    public WindowsSecurityContextOptions? WindowsOptions { get; set; }

    [ProtoField(2, IsPointer = true)]
    public long? RunAsUser { get; set; }

    [ProtoField(6, IsPointer = true)]
    public long? RunAsGroup { get; set; }

    [ProtoField(3, IsPointer = true)]
    public bool? RunAsNonRoot { get; set; }

    [ProtoField(4)]
    public List<long>? SupplementalGroups { get; set; }

    [ProtoField(12, IsPointer = true)]
    public string? SupplementalGroupsPolicy { get; set; }

    [ProtoField(5, IsPointer = true)]
    public long? FsGroup { get; set; }

    [ProtoField(7)]
    public List<Sysctl>? Sysctls { get; set; }

    [ProtoField(9, IsPointer = true)]
    public string? FsGroupChangePolicy { get; set; }

    [ProtoField(10, IsPointer = true)]
    public SeccompProfile? SeccompProfile { get; set; }

    [ProtoField(11, IsPointer = true)]
    public AppArmorProfile? AppArmorProfile { get; set; }

    [ProtoField(13, IsPointer = true)]
    public string? SeLinuxChangePolicy { get; set; }
}
