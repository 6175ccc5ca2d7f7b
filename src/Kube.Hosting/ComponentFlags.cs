using System.Net;
using Microsoft.Extensions.Logging;

namespace Kube.Hosting;

/// <summary>The flags every process has.</summary>
internal sealed class ComponentFlags
{
    private readonly Flag<string> _kubeconfig;
    private readonly Flag<int> _verbosity;
    private readonly Flag<string> _logFormat;
    private readonly Flag<bool> _help;
    private readonly Flag<bool> _shortHelp;

    public ComponentFlags(FlagSet flags, ComponentInfo info)
    {
        _kubeconfig = flags.String("kubeconfig", "", "File that says where the API server is and how to prove who we are.");
        _verbosity = flags.Int("v", 0, "How much to log: 0 what matters, 2 details, 5 everything.");
        _logFormat = flags.String("log-format", "text", "How log lines look: text or json.");
        _help = flags.Bool("help", false, "Show this text.");
        _shortHelp = flags.Bool("h", false, "Show this text.");
        if (info.DefaultPort is { } port)
        {
            Port = flags.Int("port", port, "Port of /livez, /readyz and /metrics; 0 for none.");
            BindAddress = flags.String("bind-address", "127.0.0.1", "Address they are served at. In the clear they are served on loopback only.");
            CertFile = flags.String("tls-cert-file", "", "Certificate to serve them with; plain HTTP without.");
            KeyFile = flags.String("tls-private-key-file", "", "Private key of that certificate.");
        }
    }

    public bool Help => _help || _shortHelp;

    public string? KubeconfigPath => _kubeconfig.Value.Length > 0 ? _kubeconfig.Value : null;

    public LogFormat Format => _logFormat.Value == "json" ? LogFormat.Json : LogFormat.Text;

    public LogLevel LowestLevel => _verbosity.Value switch
    {
        >= 5 => LogLevel.Trace,
        >= 2 => LogLevel.Debug,
        _ => LogLevel.Information,
    };

    public Flag<int>? Port { get; }

    public Flag<string>? BindAddress { get; }

    public Flag<string>? CertFile { get; }

    public Flag<string>? KeyFile { get; }

    /// <summary>What the parser cannot know.</summary>
    public void Check()
    {
        if (_logFormat.Value is not ("text" or "json"))
        {
            throw new FlagException($"invalid argument \"{_logFormat.Value}\" for --log-format: text or json");
        }

        if (Port is { Value: < 0 or > 65535 })
        {
            throw new FlagException($"invalid argument \"{Port.Value}\" for --port: not a port");
        }

        if (BindAddress is not null && !IPAddress.TryParse(BindAddress, out _))
        {
            throw new FlagException($"invalid argument \"{BindAddress.Value}\" for --bind-address: not an IP address");
        }

        if (BindAddress is not null && CertFile!.Value.Length == 0 && !IPAddress.IsLoopback(IPAddress.Parse(BindAddress)))
        {
            throw new FlagException("--bind-address beyond loopback needs --tls-cert-file and --tls-private-key-file");
        }
    }
}
