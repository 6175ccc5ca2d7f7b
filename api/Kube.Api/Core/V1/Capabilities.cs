namespace Kube.Api.Core.V1;

public sealed class Capabilities
{
    [ProtoField(1)]
    public List<string>? Add { get; set; }

    [ProtoField(2)]
    public List<string>? Drop { get; set; }
}
