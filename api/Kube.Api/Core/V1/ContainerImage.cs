namespace Kube.Api.Core.V1;

public sealed class ContainerImage
{
    [ProtoField(1)]
    public List<string>? Names { get; set; }

    [ProtoField(2)]
    public long? SizeBytes { get; set; }
}
