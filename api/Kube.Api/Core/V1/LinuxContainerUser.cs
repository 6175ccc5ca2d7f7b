namespace Kube.Api.Core.V1;

/// <summary>User and groups of a process.</summary>
public sealed class LinuxContainerUser
{
    /// <summary>User id.</summary>
    [Required, ProtoField(1)]
    public long? Uid { get; set; }

    /// <summary>Group id.</summary>
    [Required, ProtoField(2)]
    public long? Gid { get; set; }

    /// <summary>Further group ids.</summary>
    [ProtoField(3)]
    public List<long>? SupplementalGroups { get; set; }
}
