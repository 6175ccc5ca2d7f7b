namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>SecretType</c>; on the wire it is a string.</summary>
public static class SecretType
{
    /// <summary>Anything.</summary>
    public const string Opaque = "Opaque";
    /// <summary>A token of a service account.</summary>
    public const string KubernetesIoServiceAccountToken = "kubernetes.io/service-account-token";
    /// <summary>Registry passwords in Docker's old format.</summary>
    public const string KubernetesIoDockercfg = "kubernetes.io/dockercfg";
    /// <summary>Registry passwords in Docker's format.</summary>
    public const string KubernetesIoDockerconfigjson = "kubernetes.io/dockerconfigjson";
    /// <summary>A user name and password.</summary>
    public const string KubernetesIoBasicAuth = "kubernetes.io/basic-auth";
    /// <summary>An SSH key.</summary>
    public const string KubernetesIoSshAuth = "kubernetes.io/ssh-auth";
    /// <summary>A certificate and its key.</summary>
    public const string KubernetesIoTls = "kubernetes.io/tls";
    /// <summary>A token for a node to join with.</summary>
    public const string BootstrapKubernetesIoToken = "bootstrap.kubernetes.io/token";
}
