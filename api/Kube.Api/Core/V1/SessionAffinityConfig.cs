namespace Kube.Api.Core.V1;

public sealed class SessionAffinityConfig
{
    [ProtoField(1, IsPointer = true)]
    public ClientIPConfig? ClientIP { get; set; }
}
