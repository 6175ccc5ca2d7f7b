namespace Kube.Api.ApiRegistration.V1;

/// <summary>Where a group and version are served, and how they rank.</summary>
public sealed class APIServiceSpec
{
    /// <summary>The Service of the server behind it; none for what this server serves itself.</summary>
    [ProtoField(1, IsPointer = true)]
    public ServiceReference? Service { get; set; }

    /// <summary>The API group; empty for the core group only.</summary>
    [ProtoField(2)]
    public string? Group { get; set; }

    /// <summary>The version, such as v1.</summary>
    [ProtoField(3)]
    public string? Version { get; set; }

    /// <summary>Do not check the certificate of the server behind it. Discouraged: give caBundle instead.</summary>
    [ProtoField(4)]
    public bool? InsecureSkipTLSVerify { get; set; }

    /// <summary>PEM certificates of the authorities the certificate of the server must come from; those of the system when there are none.</summary>
    [ProtoField(5)]
    public byte[]? CaBundle { get; set; }

    /// <summary>The least priority of the group, 1 to 20000; groups of a higher one come first for clients. The highest of a group's versions counts.</summary>
    [Required, ProtoField(7)]
    public int? GroupPriorityMinimum { get; set; }

    /// <summary>The rank of the version within its group, 1 to 1000; the highest comes first. Equals are ordered as versions are: v2 before v1 before v2beta1.</summary>
    [Required, ProtoField(8)]
    public int? VersionPriority { get; set; }
}
