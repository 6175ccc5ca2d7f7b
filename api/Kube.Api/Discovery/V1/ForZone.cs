namespace Kube.Api.Discovery.V1;

public sealed class ForZone
{
    [Required, ProtoField(1)]
    public string? Name { get; set; }
}
