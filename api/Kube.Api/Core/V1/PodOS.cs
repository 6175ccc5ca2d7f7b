namespace Kube.Api.Core.V1;

public sealed class PodOS
{
    [Required, ProtoField(1)]
    public string? Name { get; set; }
}
