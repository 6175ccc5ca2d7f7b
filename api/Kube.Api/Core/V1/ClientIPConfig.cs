namespace Kube.Api.Core.V1;

public sealed class ClientIPConfig
{
    public int? TimeoutSeconds { get; set; }
}
