namespace Kube.Api.Core.V1;

public sealed class SessionAffinityConfig
{
    public ClientIPConfig? ClientIP { get; set; }
}
