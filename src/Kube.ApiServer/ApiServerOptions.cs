using System.Net;
using System.Security.Cryptography.X509Certificates;
using Kube.ApiServer.Authorization;
using Kube.Hosting;
using Microsoft.Extensions.Logging;

namespace Kube.ApiServer;

/// <summary>What an API server needs to know. The store is not in here: who starts the server opens it.</summary>
public sealed record ApiServerOptions
{
    /// <summary>Address to listen on.</summary>
    public IPAddress BindAddress { get; init; } = IPAddress.Any;

    /// <summary>Port to listen on; 0 for any free one.</summary>
    public int SecurePort { get; init; } = 6443;

    /// <summary>The address other members of the cluster reach this server at; the Service <c>kubernetes</c> points there.</summary>
    public IPAddress AdvertiseAddress { get; init; } = IPAddress.Loopback;

    /// <summary>The certificate to show; null for a new self-signed one (tests).</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The authorities whose client certificates are believed, and that kubelets' certificates must come from.</summary>
    public X509Certificate2Collection ClientAuthorities { get; init; } = [];

    /// <summary>The certificate shown to kubelets.</summary>
    public X509Certificate2? KubeletClientCertificate { get; init; }

    /// <summary>Lines of a static token file: <c>token,user,uid,"group1,group2"</c>.</summary>
    public IReadOnlyList<string> Tokens { get; init; } = [];

    /// <summary>Keys of service account tokens in PEM form: the first signs, all verify. With none the server makes one, and its tokens end with it.</summary>
    public IReadOnlyList<string> ServiceAccountKeys { get; init; } = [];

    /// <summary>Who service account tokens say they are from.</summary>
    public string ServiceAccountIssuer { get; init; } = "https://kubernetes.default.svc.cluster.local";

    /// <summary>The names tokens for this server may be meant for; the issuer alone when there are none.</summary>
    public IReadOnlyList<string> ApiAudiences { get; init; } = [];

    /// <summary>How it is decided who may do what.</summary>
    public AuthorizationMode AuthorizationMode { get; init; }

    /// <summary>Addresses for Services.</summary>
    public IPNetwork ServiceClusterIPRange { get; init; } = IPNetwork.Parse("10.96.0.0/16");

    /// <summary>First and last node port for Services.</summary>
    public (int First, int Last) ServiceNodePortRange { get; init; } = (30000, 32767);

    /// <summary>How long pods stay on a node that is not ready.</summary>
    public long NotReadyTolerationSeconds { get; init; } = 300;

    /// <summary>How long pods stay on a node that cannot be reached.</summary>
    public long UnreachableTolerationSeconds { get; init; } = 300;

    /// <summary>Reads worked on at a time.</summary>
    public int MaxReadsInFlight { get; init; } = 400;

    /// <summary>Writes worked on at a time.</summary>
    public int MaxWritesInFlight { get; init; } = 200;

    /// <summary>How often the store forgets history; zero for never.</summary>
    public TimeSpan CompactionInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Randomness for names and allocations.</summary>
    public Random Random { get; init; } = new();

    /// <summary>Where logs go.</summary>
    public ILoggerFactory Loggers { get; init; } = Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance;

    /// <summary>Where /metrics comes from.</summary>
    public Metrics Metrics { get; init; } = new();

    /// <summary>The checks behind /livez and /readyz.</summary>
    public HealthChecks Health { get; init; } = new();
}
