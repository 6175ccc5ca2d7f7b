namespace Kube.Api.Networking.V1;

/// <summary>A range of addresses, with holes.</summary>
public sealed class IPBlock
{
    /// <summary>The range, such as 192.168.1.0/24 or 2001:db8::/64.</summary>
    [Required, ProtoField(1)]
    public string? Cidr { get; set; }

    /// <summary>Ranges inside it that are left out.</summary>
    [ProtoField(2)]
    public List<string>? Except { get; set; }
}
