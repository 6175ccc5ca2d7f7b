using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kube.ApiServer.Authorization;
using Kube.Hosting;
using Kube.Storage;

namespace Kube.ApiServer;

/// <summary>The command line of kube-apiserver; names and meanings are those of Kubernetes where Kubernetes has the flag.</summary>
internal sealed class ServerFlags(FlagSet flags)
{
    private readonly Flag<string> _bindAddress = flags.String("bind-address", "0.0.0.0", "Address to listen on.");
    private readonly Flag<int> _securePort = flags.Int("secure-port", 6443, "Port to listen on with TLS; 0 takes a free one.");
    private readonly Flag<string> _advertiseAddress = flags.String("advertise-address", "", "Address other members of the cluster reach this server at; loopback when it listens there only, else the machine's own.");
    private readonly Flag<string> _store = flags.String("store", "etcd", "Where the state is kept: etcd, or memory (nothing survives the process).");
    private readonly Flag<IReadOnlyList<string>> _etcdServers = flags.Strings("etcd-servers", ["http://127.0.0.1:2379"], "Addresses of the etcd members.");
    private readonly Flag<string> _etcdCa = flags.String("etcd-cafile", "", "Authority etcd's certificates must come from.");
    private readonly Flag<string> _etcdCertificate = flags.String("etcd-certfile", "", "Certificate shown to etcd.");
    private readonly Flag<string> _etcdKey = flags.String("etcd-keyfile", "", "Key of that certificate.");
    private readonly Flag<string> _certDir = flags.String("cert-dir", "", "Directory of the cluster's certificates and kubeconfig files; what is missing is made at start.");
    private readonly Flag<IReadOnlyList<string>> _nodes = flags.Strings("cert-nodes", [], "With --cert-dir: names of the nodes to make certificates for.");
    private readonly Flag<bool> _certsOnly = flags.Bool("certs-only", false, "Make what is missing from --cert-dir and end.");
    private readonly Flag<string> _tlsCertificate = flags.String("tls-cert-file", "", "Certificate to show; overrides --cert-dir.");
    private readonly Flag<string> _tlsKey = flags.String("tls-private-key-file", "", "Key of that certificate.");
    private readonly Flag<string> _clientCa = flags.String("client-ca-file", "", "Authorities whose client certificates are believed; overrides --cert-dir.");
    private readonly Flag<string> _tokenFile = flags.String("token-auth-file", "", "Static bearer tokens, a line each: token,user,uid,\"group1,group2\".");
    private readonly Flag<IReadOnlyList<string>> _serviceAccountKeys = flags.Strings("service-account-key-file", [], "Keys of service account tokens in PEM form, RSA or ECDSA P-256: the first, a private one, signs; all verify. Overrides --cert-dir; with neither a key is made that ends with the process.");
    private readonly Flag<string> _serviceAccountIssuer = flags.String("service-account-issuer", "https://kubernetes.default.svc.cluster.local", "Who service account tokens say they are from.");
    private readonly Flag<IReadOnlyList<string>> _apiAudiences = flags.Strings("api-audiences", [], "Names of this server that tokens may be meant for; the issuer unless given.");
    private readonly Flag<string> _authorization = flags.String("authorization-mode", "AlwaysAllow", "Who may do what: AlwaysAllow (whoever proved who they are, everything) or RBAC (what roles and bindings say).");
    private readonly Flag<string> _kubeletCertificate = flags.String("kubelet-client-certificate", "", "Certificate shown to kubelets; overrides --cert-dir.");
    private readonly Flag<string> _kubeletKey = flags.String("kubelet-client-key", "", "Key of that certificate.");
    private readonly Flag<string> _serviceRange = flags.String("service-cluster-ip-range", "10.96.0.0/16", "Addresses for Services.");
    private readonly Flag<string> _nodePorts = flags.String("service-node-port-range", "30000-32767", "Node ports for Services.");
    private readonly Flag<int> _notReady = flags.Int("default-not-ready-toleration-seconds", 300, "How long pods stay on a node that is not ready, unless they say otherwise.");
    private readonly Flag<int> _unreachable = flags.Int("default-unreachable-toleration-seconds", 300, "How long pods stay on a node that cannot be reached, unless they say otherwise.");
    private readonly Flag<int> _maxReads = flags.Int("max-requests-inflight", 400, "Reads worked on at a time; more are answered with 429.");
    private readonly Flag<int> _maxWrites = flags.Int("max-mutating-requests-inflight", 200, "Writes worked on at a time; more are answered with 429.");
    private readonly Flag<TimeSpan> _compaction = flags.Duration("etcd-compaction-interval", TimeSpan.FromMinutes(5), "How often the store forgets history; 0 for never.");

    /// <summary>Opens the store that the flags name.</summary>
    public IStore OpenStore(ComponentHost host) => _store.Value switch
    {
        "memory" => new MemoryStore(host.Time),
        "etcd" => new EtcdStore(EtcdOptions(), host.Time),
        _ => throw new FlagException($"invalid argument \"{_store.Value}\" for --store: must be etcd or memory"),
    };

    /// <summary>True when the process ends after it has made the certificates.</summary>
    public bool CertsOnly => _certsOnly.Value;

    /// <summary>True when nothing survives the process.</summary>
    public bool KeepsNothing => _store.Value == "memory";

    /// <summary>The server's options; makes the certificates that are missing from --cert-dir.</summary>
    public async Task<ApiServerOptions> ReadAsync(ComponentHost host, CancellationToken cancel)
    {
        var bind = Address(_bindAddress);
        var advertise = string.IsNullOrEmpty(_advertiseAddress.Value) ? OwnAddress(bind) : Address(_advertiseAddress);
        var range = Range();
        if (!string.IsNullOrEmpty(_certDir.Value))
        {
            await ClusterPki.EnsureAsync(_certDir.Value, new ClusterPkiOptions
            {
                Server = $"https://{(IPAddress.IsLoopback(advertise) || bind.Equals(IPAddress.Any) ? IPAddress.Loopback : bind)}:{_securePort.Value}",
                Nodes = _nodes.Value,
                ServerAddresses = [advertise, .. bind.Equals(IPAddress.Any) ? OwnAddresses() : []],
                FirstServiceAddress = Allocation.AddressRange.Offset(range, 1),
            }, host.Time, cancel);
        }

        return new ApiServerOptions
        {
            BindAddress = bind,
            SecurePort = _securePort,
            AdvertiseAddress = advertise,
            Certificate = Pair(_tlsCertificate, _tlsKey, "apiserver"),
            ClientAuthorities = Authorities(),
            KubeletClientCertificate = Pair(_kubeletCertificate, _kubeletKey, "apiserver-kubelet-client"),
            Tokens = string.IsNullOrEmpty(_tokenFile.Value) ? [] : ReadFile(_tokenFile.Value, File.ReadAllLines),
            ServiceAccountKeys = TokenKeys(),
            ServiceAccountIssuer = _serviceAccountIssuer.Value,
            ApiAudiences = _apiAudiences.Value,
            AuthorizationMode = Authorization(),
            ServiceClusterIPRange = range,
            ServiceNodePortRange = Ports(),
            NotReadyTolerationSeconds = _notReady.Value,
            UnreachableTolerationSeconds = _unreachable.Value,
            MaxReadsInFlight = _maxReads,
            MaxWritesInFlight = _maxWrites,
            CompactionInterval = _compaction,
            Clock = host.Time,
            Random = host.Random,
            Loggers = host.Loggers,
            Metrics = host.Metrics,
            Health = host.Health,
        };
    }

    private AuthorizationMode Authorization() => _authorization.Value switch
    {
        "AlwaysAllow" => AuthorizationMode.AlwaysAllow,
        "RBAC" => AuthorizationMode.Rbac,
        _ => throw new FlagException($"invalid argument \"{_authorization.Value}\" for --{_authorization.Name}: must be AlwaysAllow or RBAC"),
    };

    private EtcdStoreOptions EtcdOptions()
    {
        var authorities = string.IsNullOrEmpty(_etcdCa.Value) ? null : ReadFile(_etcdCa.Value, path =>
        {
            var collection = new X509Certificate2Collection();
            collection.ImportFromPemFile(path);
            return collection;
        });
        return new EtcdStoreOptions
        {
            Endpoints = [.. _etcdServers.Value.Select(s => Uri.TryCreate(s, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
                ? uri
                : throw new FlagException($"invalid argument \"{s}\" for --etcd-servers: must be addresses such as http://127.0.0.1:2379"))],
            CertificateAuthorities = authorities,
            ClientCertificate = string.IsNullOrEmpty(_etcdCertificate.Value) ? null : Load(_etcdCertificate.Value, _etcdKey.Value),
        };
    }

    private static IPAddress Address(Flag<string> flag) => IPAddress.TryParse(flag.Value, out var address)
        ? address
        : throw new FlagException($"invalid argument \"{flag.Value}\" for --{flag.Name}: must be an IP address");

    /// <summary>The address this machine reaches others from; asking for a route sends nothing.</summary>
    private static IPAddress OwnAddress(IPAddress bind)
    {
        if (!bind.Equals(IPAddress.Any))
        {
            return bind;
        }

        return OwnAddresses().FirstOrDefault() ?? IPAddress.Loopback;
    }

    /// <summary>The addresses at which other machines may find this one.</summary>
    private static IEnumerable<IPAddress> OwnAddresses() => System.Net.NetworkInformation.NetworkInterface.GetAllNetworkInterfaces()
        .Where(n => n.OperationalStatus == System.Net.NetworkInformation.OperationalStatus.Up && n.GetIPProperties().GatewayAddresses.Count > 0)
        .SelectMany(n => n.GetIPProperties().UnicastAddresses)
        .Select(a => a.Address)
        .Where(a => a.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork);

    private IPNetwork Range() => IPNetwork.TryParse(_serviceRange.Value, out var range) && range.BaseAddress.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork && range.PrefixLength is >= 8 and <= 28
        ? range
        : throw new FlagException($"invalid argument \"{_serviceRange.Value}\" for --service-cluster-ip-range: must be an IPv4 range such as 10.96.0.0/16, /8 to /28");

    private (int First, int Last) Ports()
    {
        var parts = _nodePorts.Value.Split('-');
        return parts.Length == 2
            && ushort.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && ushort.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            && first > 0 && first <= last
            ? (first, last)
            : throw new FlagException($"invalid argument \"{_nodePorts.Value}\" for --service-node-port-range: must be a range such as 30000-32767");
    }

    private X509Certificate2? Pair(Flag<string> certificate, Flag<string> key, string nameInDirectory)
    {
        if (!string.IsNullOrEmpty(certificate.Value))
        {
            return Load(certificate.Value, string.IsNullOrEmpty(key.Value) ? throw new FlagException($"--{certificate.Name} needs --{key.Name}") : key.Value);
        }

        return string.IsNullOrEmpty(_certDir.Value) ? null : Load(Path.Combine(_certDir.Value, nameInDirectory + ".crt"), Path.Combine(_certDir.Value, nameInDirectory + ".key"));
    }

    private X509Certificate2Collection Authorities()
    {
        var file = !string.IsNullOrEmpty(_clientCa.Value) ? _clientCa.Value : string.IsNullOrEmpty(_certDir.Value) ? null : Path.Combine(_certDir.Value, "ca.crt");
        var authorities = new X509Certificate2Collection();
        if (file is not null)
        {
            ReadFile(file, path =>
            {
                authorities.ImportFromPemFile(path);
                return true;
            });
        }

        return authorities;
    }

    private List<string> TokenKeys()
    {
        IReadOnlyList<string> files = _serviceAccountKeys.Value.Count > 0 ? _serviceAccountKeys.Value
            : string.IsNullOrEmpty(_certDir.Value) ? [] : [Path.Combine(_certDir.Value, "sa.key")];
        return [.. files.Select((file, i) => ReadFile(file, path =>
        {
            var pem = File.ReadAllText(path);
            ServiceAccounts.TokenKey.Check(pem, signs: i == 0);
            return pem;
        }))];
    }

    private static X509Certificate2 Load(string certificate, string key) => ReadFile(certificate, path => X509Certificate2.CreateFromPemFile(path, key));

    private static T ReadFile<T>(string path, Func<string, T> read)
    {
        try
        {
            return read(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new StartupException($"cannot read {path}: {error.Message}", error);
        }
    }
}
