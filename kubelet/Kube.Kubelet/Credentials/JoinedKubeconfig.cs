using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kube.Client;
using Kube.Hosting;

namespace Kube.Kubelet.Credentials;

/// <summary>The kubeconfig of a node that has joined: the cluster as the token's kubeconfig had it, and the file its own certificate is renewed in.</summary>
internal static class JoinedKubeconfig
{
    public static void Write(string path, ClientConfig cluster, string certificateFile, string node)
    {
        var authority = string.Concat((cluster.CertificateAuthorities ?? []).Select(a => a.ExportCertificatePem() + "\n"));
        var trust = authority.Length > 0 ? $"certificate-authority-data: {Convert.ToBase64String(Encoding.ASCII.GetBytes(authority))}" : "insecure-skip-tls-verify: true";
        PrivateFile.Write(path, $"""
            apiVersion: v1
            kind: Config
            clusters:
            - name: default-cluster
              cluster:
                {trust}
                server: {cluster.Server}
            contexts:
            - name: default-context
              context:
                cluster: default-cluster
                user: system:node:{node}
            current-context: default-context
            users:
            - name: system:node:{node}
              user:
                client-certificate: {certificateFile}
                client-key: {certificateFile}

            """);
    }
}
