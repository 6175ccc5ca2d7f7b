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

    /// <summary>
    /// A connection that is silent for this long is asked for a sign of life, and is dead when none comes within half as long.
    /// etcd closes connections that ask more often than every five seconds.
    /// </summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>The pause after all members failed a watch stream; doubles up to sixteen times this.</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Responses one watch buffers for a consumer that does not read; one more fails that watch.</summary>
    public int WatchBuffer { get; init; } = 10_000;

    /// <summary>Bytes one watch buffers for a consumer that does not read.</summary>
    public long WatchBufferBytes { get; init; } = 256 << 20;
}
