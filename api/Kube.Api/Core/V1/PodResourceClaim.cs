namespace Kube.Api.Core.V1;

public sealed class PodResourceClaim
{
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    [ProtoField(3, IsPointer = true)]
    public string? ResourceClaimName { get; set; }

    [ProtoField(4, IsPointer = true)]
    public string? ResourceClaimTemplateName { get; set; }
}
