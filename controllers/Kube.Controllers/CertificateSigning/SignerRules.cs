using Kube.Api.Certificates.V1;

namespace Kube.Controllers.CertificateSigning;

/// <summary>The cluster's own signers and what each of them puts its name to, as Kubernetes documents it. Pure.</summary>
internal static class SignerRules
{
    /// <summary>Certificates of clients, whatever they are; approved by people.</summary>
    public const string Client = "kubernetes.io/kube-apiserver-client";

    /// <summary>Certificates with which kubelets come to the API server.</summary>
    public const string KubeletClient = "kubernetes.io/kube-apiserver-client-kubelet";

    /// <summary>Certificates with which kubelets serve.</summary>
    public const string KubeletServing = "kubernetes.io/kubelet-serving";

    private static readonly string[] s_always = [KeyUsage.DigitalSignature, KeyUsage.KeyEncipherment];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Client, KubeletClient, KubeletServing];

    /// <summary>Why a signer must not sign a request; null when it may.</summary>
    public static string? Refusal(string signer, Csr? csr, IReadOnlyList<string> usages) => csr is null
        ? "the request cannot be read or is not signed with its own key"
        : signer switch
        {
            Client => Usages(usages, KeyUsage.ClientAuth),
            KubeletClient => Node(csr) ?? (csr.HasNames ? "a node's client certificate has no alternative names" : Usages(usages, KeyUsage.ClientAuth)),
            KubeletServing => Node(csr)
                ?? (csr.HasOtherNames ? "a node serves under DNS names and IP addresses only" : csr.HasNames ? null : "a serving certificate needs a DNS name or an IP address")
                ?? Usages(usages, KeyUsage.ServerAuth),
            _ => $"{signer} is not a signer of this cluster",
        };

    private static string? Node(Csr csr) => csr.Node is null
        ? $"the subject of a node's certificate is O={Csr.NodesGroup}, CN={Csr.NodePrefix}NAME"
        : null;

    private static string? Usages(IReadOnlyList<string> usages, string needed)
    {
        if (!usages.Contains(needed))
        {
            return $"usages must contain \"{needed}\"";
        }

        return usages.FirstOrDefault(u => u != needed && !s_always.Contains(u)) is { } other ? $"the usage \"{other}\" is not for this signer" : null;
    }
}
