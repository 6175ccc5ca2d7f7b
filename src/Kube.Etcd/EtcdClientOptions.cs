using System.Security.Cryptography.X509Certificates;

namespace Kube.Etcd;

/// <summary>How to reach an etcd cluster.</summary>
public sealed record EtcdClientOptions
{
    /// <summary>The members, as <c>http://host:port</c> or <c>https://host:port</c>.</summary>
    public required IReadOnlyList<Uri> Endpoints { get; init; }

    /// <summary>Authorities that signed the members' certificates; null for those the machine trusts.</summary>
    public X509Certificate2Collection? CertificateAuthorities { get; init; }

    /// <summary>Shown to the members; null for none.</summary>
    public X509Certificate2? ClientCertificate { get; init; }

    /// <summary>How long a connection may take.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a call may take, all its attempts together.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A connection that is silent for this long is asked for a sign of life, and is dead when none comes for as long again.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(5);
}
