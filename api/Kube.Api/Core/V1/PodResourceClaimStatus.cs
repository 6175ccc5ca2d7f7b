namespace Kube.Api.Core.V1;

/// <summary>The claim that was made for an entry of resourceClaims.</summary>
public sealed class PodResourceClaimStatus
{
    /// <summary>Name of the entry.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>The claim; absent when none was needed.</summary>
    [ProtoField(2, IsPointer = true)]
    public string? ResourceClaimName { get; set; }
}
