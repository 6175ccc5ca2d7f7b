namespace Kube.Api.Core.V1;

public sealed class ContainerImage
{
    public List<string>? Names { get; set; }

    public long? SizeBytes { get; set; }
}
