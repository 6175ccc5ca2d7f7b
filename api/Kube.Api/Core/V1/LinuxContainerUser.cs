namespace Kube.Api.Core.V1;

public sealed class LinuxContainerUser
{
    [Required]
    public long? Uid { get; set; }

    [Required]
    public long? Gid { get; set; }

    public List<long>? SupplementalGroups { get; set; }
}
