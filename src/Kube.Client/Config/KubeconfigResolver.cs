using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kube.Client;

/// <summary>From names in a kubeconfig to certificates in memory.</summary>
internal static class KubeconfigResolver
{
    public static ClientConfig Resolve(Kubeconfig config, string? contextName)
    {
        var name = contextName ?? config.CurrentContext;
        if (string.IsNullOrEmpty(name))
        {
            throw new KubeconfigException("the kubeconfig has no current context");
        }

        if (!config.Contexts.TryGetValue(name, out var context))
        {
            throw new KubeconfigException($"context \"{name}\" does not exist");
        }

        if (!config.Clusters.TryGetValue(context.Cluster, out var cluster))
        {
            throw new KubeconfigException($"context \"{name}\" names the cluster \"{context.Cluster}\", which does not exist");
        }

        if (!Uri.TryCreate(cluster.Server, UriKind.Absolute, out var server))
        {
            throw new KubeconfigException($"cluster \"{context.Cluster}\" has no usable server address: \"{cluster.Server}\"");
        }

        var user = config.Users.GetValueOrDefault(context.User) ?? new KubeconfigUser();
        return new ClientConfig
        {
            Server = server,
            CertificateAuthorities = Authorities(cluster, context.Cluster),
            InsecureSkipTlsVerify = cluster.InsecureSkipTlsVerify,
            TlsServerName = cluster.TlsServerName,
            ClientCertificate = Certificate(user, context.User),
            Token = user.Token,
            TokenFile = user.TokenFile,
            Namespace = string.IsNullOrEmpty(context.Namespace) ? "default" : context.Namespace,
        };
    }

    private static X509Certificate2Collection? Authorities(KubeconfigCluster cluster, string name)
    {
        if (cluster.CertificateAuthorityPem is not { } pem)
        {
            return null;
        }

        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPem(pem);
        }
        catch (CryptographicException e)
        {
            throw new KubeconfigException($"the certificate authority of cluster \"{name}\" cannot be read: {e.Message}", e);
        }

        return authorities;
    }

    private static X509Certificate2? Certificate(KubeconfigUser user, string name)
    {
        if (user.CertificatePem is not { } pem)
        {
            return null;
        }

        try
        {
            return X509Certificate2.CreateFromPem(pem, user.KeyPem);
        }
        catch (CryptographicException e)
        {
            throw new KubeconfigException($"the client certificate of user \"{name}\" cannot be read: {e.Message}", e);
        }
    }
}
