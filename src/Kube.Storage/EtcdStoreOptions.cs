using System.Security.Cryptography.X509Certificates;

namespace Kube.Storage;

/// <summary>Where etcd is, for those who open a store and need not know etcd.</summary>
public sealed record EtcdStoreOptions
{
    /// <summary>The members, as <c>http://host:port</c> or <c>https://host:port</c>.</summary>
    public required IReadOnlyList<Uri> Endpoints { get; init; }

    /// <summary>Authorities that signed the members' certificates; null for those the machine trusts.</summary>
    public X509Certificate2Collection? CertificateAuthorities { get; init; }

    /// <summary>Shown to the members; null for none.</summary>
    public X509Certificate2? ClientCertificate { get; init; }
}
