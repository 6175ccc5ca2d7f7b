namespace Kube.Api.Core.V1;

/// <summary>A ConfigMap or Secret whose keys become environment variables.</summary>
public sealed class EnvFromSource
{
    /// <summary>Text put before each key.</summary>
    [ProtoField(1)]
    public string? Prefix { get; set; }

    /// <summary>The ConfigMap.</summary>
    [ProtoField(2, IsPointer = true)]
    public ConfigMapEnvSource? ConfigMapRef { get; set; }

    /// <summary>The Secret.</summary>
    [ProtoField(3, IsPointer = true)]
    public SecretEnvSource? SecretRef { get; set; }
}
