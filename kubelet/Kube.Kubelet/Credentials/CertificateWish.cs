using System.Net;
using Kube.Api.Certificates.V1;

namespace Kube.Kubelet.Credentials;

/// <summary>A certificate a node needs: from which signer, for what, under which names.</summary>
/// <param name="SignerName">Who signs it.</param>
/// <param name="Usages">What it is for.</param>
/// <param name="DnsNames">Names it is served under.</param>
/// <param name="Addresses">Addresses it is served under.</param>
internal sealed record CertificateWish(string SignerName, IReadOnlyList<string> Usages, IReadOnlyList<string> DnsNames, IReadOnlyList<IPAddress> Addresses)
{
    /// <summary>The certificate with which the kubelet comes to the API server.</summary>
    public static CertificateWish Client { get; } = new("kubernetes.io/kube-apiserver-client-kubelet", [KeyUsage.DigitalSignature, KeyUsage.ClientAuth], [], []);

    /// <summary>The certificate with which it serves. The API server checks the node's name; addresses come and go.</summary>
    public static CertificateWish Serving(string node) =>
        new("kubernetes.io/kubelet-serving", [KeyUsage.DigitalSignature, KeyUsage.ServerAuth], [node, "localhost"], [IPAddress.Loopback]);
}
