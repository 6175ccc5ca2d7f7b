using System.Security.Cryptography.X509Certificates;

namespace Kube.Client;

/// <summary>Reads what the kubelet puts into every pod: the API server's address, its CA, a token and the namespace.</summary>
internal static class InClusterConfig
{
    private const string Folder = "/var/run/secrets/kubernetes.io/serviceaccount";

    public static ClientConfig Load()
    {
        var host = Environment.GetEnvironmentVariable("KUBERNETES_SERVICE_HOST");
        var port = Environment.GetEnvironmentVariable("KUBERNETES_SERVICE_PORT");
        if (string.IsNullOrEmpty(host) || string.IsNullOrEmpty(port))
        {
            throw new KubeconfigException("not inside a cluster: KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT are not set");
        }

        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(Path.Combine(Folder, "ca.crt"));
        var namespaceFile = Path.Combine(Folder, "namespace");
        return new ClientConfig
        {
            Server = new Uri($"https://{(host.Contains(':') ? $"[{host}]" : host)}:{port}"),
            CertificateAuthorities = authorities,
            TokenFile = Path.Combine(Folder, "token"),
            Namespace = File.Exists(namespaceFile) ? File.ReadAllText(namespaceFile).Trim() : "default",
        };
    }
}
