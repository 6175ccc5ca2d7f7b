namespace Kube.Api.Core.V1;

public sealed class EnvFromSource
{
    [ProtoField(1)]
    public string? Prefix { get; set; }

    [ProtoField(2, IsPointer = true)]
    public ConfigMapEnvSource? ConfigMapRef { get; set; }

    [ProtoField(3, IsPointer = true)]
    public SecretEnvSource? SecretRef { get; set; }
}
