using Kctl.Api;
using Kctl.CommandLine;
using Kube.Client;

namespace Kctl.App;

/// <summary>
/// One run of the program: the terminal, the global flags, and (made when first asked for) the connection, which ends with the process:
/// closing it in form would only keep the user waiting.
/// </summary>
internal sealed class Session(Terminal terminal)
{
    private ParseResult? _parse;
    private ClientConfig? _config;
    private RestApi? _api;
    private ResourceNames? _names;

    public Terminal Terminal { get; } = terminal;

    public TextWriter Out => Terminal.Out;

    public TextWriter Error => Terminal.Error;

    public GlobalFlags Flags { get; } = new();

    /// <summary>The namespace the user named; null when none was named.</summary>
    public string? ExplicitNamespace => Value(Flags.Namespace);

    /// <summary>The namespace to work in.</summary>
    public string Namespace => ExplicitNamespace ?? Config.Namespace;

    public ClientConfig Config => _config ??= LoadConfig();

    public RestApi Api => _api ??= new RestApi(Client(Config with { Blocking = true }), new Lazy<KubeClient>(() => Client(Config)), this, Value(Flags.Verbosity));

    /// <summary>The kinds the server serves, under all their names.</summary>
    public ResourceNames Names => _names ??= new ResourceNames(new DiscoveryCache(this));

    /// <summary>For messages: which server, and where it was configured.</summary>
    public string ServerOrigin => Value(Flags.Server) is not null
        ? "given with --server"
        : $"context \"{ContextName}\" of {Value(Flags.Kubeconfig) ?? KubeconfigFile.DefaultPath}";

    public string? KubeconfigPath => Value(Flags.Kubeconfig);

    private string ContextName => Value(Flags.Context) ?? Kubeconfig.Load(Value(Flags.Kubeconfig)).CurrentContext ?? "";

    /// <summary>True where any of the flags was given that every verb takes.</summary>
    public bool HasGlobalFlags => _parse is null || _parse.Given.Any(o => o.Recursive);

    public void Bind(ParseResult parse) => _parse = parse;

    public T? Value<T>(Option<T> option) => _parse is null ? default : _parse.GetValue(option);

    private KubeClient Client(ClientConfig config) => config.CertificateAuthorities is null
        ? new KubeClient(config, Terminal.Time)
        : MachineAuthorities.Unread(Terminal, () => new KubeClient(config, Terminal.Time));

    private ClientConfig LoadConfig() => Connection.Configure(this, text => Error.WriteLine($"Warning: {text}"));
}
