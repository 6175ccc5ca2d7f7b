namespace Kube.Api.Core.V1;

public sealed class ClientIPConfig
{
    [ProtoField(1, IsPointer = true)]
    public int? TimeoutSeconds { get; set; }
}
