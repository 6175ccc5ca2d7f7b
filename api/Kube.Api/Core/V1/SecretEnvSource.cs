namespace Kube.Api.Core.V1;

public sealed class SecretEnvSource
{
    public string? Name { get; set; }

    public bool? Optional { get; set; }
}
