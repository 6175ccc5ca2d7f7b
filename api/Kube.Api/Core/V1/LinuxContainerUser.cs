namespace Kube.Api.Core.V1;

public sealed class LinuxContainerUser
{
    [Required, ProtoField(1)]
    public long? Uid { get; set; }

    [Required, ProtoField(2)]
    public long? Gid { get; set; }

    [ProtoField(3)]
    public List<long>? SupplementalGroups { get; set; }
}
