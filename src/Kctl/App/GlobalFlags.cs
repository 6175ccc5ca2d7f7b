using Kctl.CommandLine;

namespace Kctl.App;

/// <summary>The flags every verb takes.</summary>
internal sealed class GlobalFlags
{
    private readonly List<Option> _all = [];

    public GlobalFlags()
    {
        Help = Add(new Option<bool>("--help", "-h") { Description = "what the command does, with examples", Hidden = true });
        Kubeconfig = Add(Flags.Named("--kubeconfig", "FILE", "the kubeconfig to use instead of $KUBECONFIG or ~/.kube/config"));
        Context = Add(Flags.Named("--context", "NAME", "the kubeconfig's context to use instead of the current one"));
        Cluster = Add(Flags.Named("--cluster", "NAME", "the kubeconfig's cluster to use instead of the context's"));
        User = Add(Flags.Named("--user", "NAME", "the kubeconfig's user to use instead of the context's"));
        Namespace = Add(Flags.Named("--namespace", "NAME", "the namespace to work in", "-n"));
        Server = Add(Flags.Named("--server", "URL", "the API server's address", "-s"));
        Token = Add(Flags.Named("--token", "TOKEN", "the bearer token to show to the server"));
        As = Add(Flags.Named("--as", "USER", "act as this user; your own must be allowed to impersonate"));
        AsGroup = Add(Flags.Many("--as-group", "GROUP", "act as a member of this group; may be given several times"));
        AsUid = Add(Flags.Named("--as-uid", "UID", "act as the user with this uid"));
        CertificateAuthority = Add(Flags.Named("--certificate-authority", "FILE", "the authority the server's certificate must come from"));
        ClientCertificate = Add(Flags.Named("--client-certificate", "FILE", "the certificate to show to the server"));
        ClientKey = Add(Flags.Named("--client-key", "FILE", "the key of that certificate"));
        Insecure = Add(Flags.Switch("--insecure-skip-tls-verify", "accept any server certificate"));
        TlsServerName = Add(Flags.Named("--tls-server-name", "NAME", "the name the server's certificate must carry, where it is not the address"));
        RequestTimeout = Add(Flags.Named("--request-timeout", "DURATION", "how long the server may take to answer: 10s, 2m"));
        Verbosity = Add(new Option<int>("--v", "-v") { Description = "6 and more: print each request to standard error", HelpName = "LEVEL" });
    }

    public Option<bool> Help { get; }

    public Option<string?> Kubeconfig { get; }

    public Option<string?> Context { get; }

    public Option<string?> Cluster { get; }

    public Option<string?> User { get; }

    public Option<string?> Namespace { get; }

    public Option<string?> Server { get; }

    public Option<string?> Token { get; }

    public Option<string?> As { get; }

    public Option<string[]> AsGroup { get; }

    public Option<string?> AsUid { get; }

    public Option<string?> CertificateAuthority { get; }

    public Option<string?> ClientCertificate { get; }

    public Option<string?> ClientKey { get; }

    public Option<bool> Insecure { get; }

    public Option<string?> TlsServerName { get; }

    public Option<string?> RequestTimeout { get; }

    public Option<int> Verbosity { get; }

    public IReadOnlyList<Option> All => _all;

    private T Add<T>(T option) where T : Option
    {
        option.Recursive = true;
        _all.Add(option);
        return option;
    }
}
