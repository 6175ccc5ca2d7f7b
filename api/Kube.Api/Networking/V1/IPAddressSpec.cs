namespace Kube.Api.Networking.V1;

/// <summary>Who has an address.</summary>
public sealed class IPAddressSpec
{
    /// <summary>The object that uses it; does not change.</summary>
    [Required, ProtoField(1, IsPointer = true)]
    public ParentReference? ParentRef { get; set; }
}
