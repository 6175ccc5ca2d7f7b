namespace Kube.Api.Core.V1;

public sealed class ResourceClaim
{
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    [ProtoField(2)]
    public string? Request { get; set; }
}
