namespace Kube.Api.Core.V1;

/// <summary>A line of /etc/hosts.</summary>
public sealed class HostAlias
{
    /// <summary>The address.</summary>
    [Required, ProtoField(1)]
    public string? Ip { get; set; }

    /// <summary>Names for it.</summary>
    [ProtoField(2)]
    public List<string>? Hostnames { get; set; }
}
