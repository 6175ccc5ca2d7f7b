namespace Kube.Client;

/// <summary>From names in a kubeconfig to certificates in memory.</summary>
internal static class KubeconfigResolver
{
    public static ClientConfig Resolve(Kubeconfig config, KubeconfigChoice choice)
    {
        var context = Context(config, choice);
        if (!config.Clusters.TryGetValue(context.Cluster, out var cluster))
        {
            throw new KubeconfigException($"cluster \"{context.Cluster}\" does not exist");
        }

        if (choice.User is { } chosen && !config.Users.ContainsKey(chosen))
        {
            throw new KubeconfigException($"user \"{chosen}\" does not exist");
        }

        if (!Uri.TryCreate(cluster.Server, UriKind.Absolute, out var server))
        {
            throw new KubeconfigException($"cluster \"{context.Cluster}\" has no usable server address: \"{cluster.Server}\"");
        }

        var user = config.Users.GetValueOrDefault(context.User) ?? new KubeconfigUser();
        return new ClientConfig
        {
            Server = server,
            CertificateAuthorities = cluster.CertificateAuthorityPem is { } ca ? PemText.Authorities(ca, $"cluster \"{context.Cluster}\"") : null,
            InsecureSkipTlsVerify = cluster.InsecureSkipTlsVerify,
            TlsServerName = cluster.TlsServerName,
            ClientCertificate = user.CertificatePem is { } pem ? PemText.Certificate(pem, user.KeyPem, $"user \"{context.User}\"") : null,
            Token = user.Token,
            TokenFile = user.TokenFile,
            Namespace = string.IsNullOrEmpty(context.Namespace) ? "default" : context.Namespace,
        };
    }

    /// <summary>The context; its cluster or user may be replaced, and where both are named no context is needed.</summary>
    private static KubeconfigContext Context(Kubeconfig config, KubeconfigChoice choice)
    {
        var name = choice.Context ?? config.CurrentContext;
        if (string.IsNullOrEmpty(name))
        {
            return choice is { Cluster: { } cluster }
                ? new KubeconfigContext(cluster, choice.User ?? "", null)
                : throw new KubeconfigException("the kubeconfig has no current context");
        }

        var context = config.Contexts.GetValueOrDefault(name) ?? throw new KubeconfigException($"context \"{name}\" does not exist");
        return !config.Clusters.ContainsKey(choice.Cluster ?? context.Cluster) && choice.Cluster is null
            ? throw new KubeconfigException($"context \"{name}\" names the cluster \"{context.Cluster}\", which does not exist")
            : context with { Cluster = choice.Cluster ?? context.Cluster, User = choice.User ?? context.User };
    }
}
