namespace Kube.Api.Networking.V1;

/// <summary>One range per IP family.</summary>
public sealed class ServiceCIDRSpec
{
    /// <summary>One range, or one of each IP family; the first cannot change, a second of the other family may be added.</summary>
    [ProtoField(1)]
    public List<string>? Cidrs { get; set; }
}
