using Kube.Client;

namespace Kctl.App;

/// <summary>Where to connect and as whom: the kubeconfig, with what the global flags say instead.</summary>
internal static class Connection
{
    public static ClientConfig Configure(Session session, Action<string> warn)
    {
        var flags = session.Flags;
        var server = session.Value(flags.Server);
        var config = FromKubeconfig(session, optional: server is not null);
        config = config with { UserAgent = "kctl", OnWarning = warn };
        if (!session.HasGlobalFlags)
        {
            return config;
        }

        config = config with
        {
            Server = server is null ? config.Server : Address(server),
            InsecureSkipTlsVerify = config.InsecureSkipTlsVerify || session.Value(flags.Insecure),
            TlsServerName = session.Value(flags.TlsServerName) ?? config.TlsServerName,
            RequestTimeout = session.Value(flags.RequestTimeout) is { } text ? Timeout(text) : config.RequestTimeout,
        };
        return WithIdentity(session, config);
    }

    private static ClientConfig WithIdentity(Session session, ClientConfig config)
    {
        var flags = session.Flags;
        if (session.Value(flags.CertificateAuthority) is { } authority)
        {
            config = config with { CertificateAuthorities = PemText.Authorities(ReadFile(authority), "--certificate-authority") };
        }

        if (session.Value(flags.ClientCertificate) is { } certificate)
        {
            var key = session.Value(flags.ClientKey) ?? throw new CommandException("--client-certificate needs its key: add --client-key FILE");
            config = config with { ClientCertificate = PemText.Certificate(ReadFile(certificate), ReadFile(key), "--client-certificate") };
        }

        if (session.Value(flags.Token) is { } token)
        {
            config = config with { Token = token, TokenFile = null };
        }

        return session.Value(flags.As) is { } user ? config with { Headers = ActingAs(session, user) }
            : session.Value(flags.AsGroup) is null && session.Value(flags.AsUid) is null ? config
            : throw new CommandException("--as-group and --as-uid need --as USER beside them");
    }

    private static List<KeyValuePair<string, string>> ActingAs(Session session, string user)
    {
        List<KeyValuePair<string, string>> headers = [new("Impersonate-User", user)];
        headers.AddRange((session.Value(session.Flags.AsGroup) ?? []).Select(group => KeyValuePair.Create("Impersonate-Group", group)));
        if (session.Value(session.Flags.AsUid) is { } uid)
        {
            headers.Add(new("Impersonate-Uid", uid));
        }

        return headers;
    }

    private static Uri Address(string server) =>
        Uri.TryCreate(server.Contains("://", StringComparison.Ordinal) ? server : "https://" + server, UriKind.Absolute, out var address) ? address
            : throw new CommandException($"--server \"{server}\" is not an address such as https://127.0.0.1:6443");

    /// <summary>0 is for ever, as with kubectl.</summary>
    private static TimeSpan Timeout(string text) => Durations.Parse(text, "--request-timeout") is { Ticks: > 0 } limit ? limit : TimeSpan.FromDays(1);

    private static string ReadFile(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"cannot read {path}: {e.Message}", e);
        }
    }

    private static ClientConfig FromKubeconfig(Session session, bool optional)
    {
        var path = session.KubeconfigPath;
        var choice = new KubeconfigChoice(session.Value(session.Flags.Context), session.Value(session.Flags.Cluster), session.Value(session.Flags.User));
        var chosen = choice.Context is not null || choice.Cluster is not null || choice.User is not null;
        try
        {
            return Kubeconfig.Load(path).ToClientConfig(choice);
        }
        catch (KubeconfigException) when (optional && path is null && !chosen)
        {
            return new ClientConfig { Server = new Uri("https://localhost") };
        }
        catch (KubeconfigException e) when (path is null && !File.Exists(KubeconfigFile.DefaultPath))
        {
            throw new CommandException($"no cluster is configured: {KubeconfigFile.DefaultPath} does not exist; start a cluster with ./hack/up, or name a server with --server", e);
        }
        catch (KubeconfigException e)
        {
            throw new CommandException(e.Message + NextStep(Kubeconfig.Load(path), choice), e);
        }
    }

    /// <summary>The nearest name of what does not exist, or how to see the names there are.</summary>
    private static string NextStep(Kubeconfig config, KubeconfigChoice choice) =>
        choice.Context is { } context && !config.Contexts.ContainsKey(context) ? Near(context, config.Contexts.Keys, "kctl config get-contexts")
        : choice.Cluster is { } cluster && !config.Clusters.ContainsKey(cluster) ? Near(cluster, config.Clusters.Keys, "kctl config get-clusters")
        : choice.User is { } user && !config.Users.ContainsKey(user) ? Near(user, config.Users.Keys, "kctl config get-users")
        : string.IsNullOrEmpty(config.CurrentContext) ? "; choose one with 'kctl config use-context NAME'" : "";

    private static string Near(string name, IEnumerable<string> names, string list) => Suggestion.Tail(name, names) is { Length: > 0 } near ? near : $"; see '{list}'";
}
