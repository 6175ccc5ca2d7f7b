using System.Net;
using Kube.Api.Certificates.V1;
using Kube.Api.Core.V1;
using Kube.Controllers.CertificateSigning;
using Kube.Controllers.NodeLifecycle;

namespace Kube.Controllers.CertificateApproval;

/// <summary>Which requests need no person: those of machines that join with a token, and of nodes for themselves. Pure.</summary>
internal static class ApprovalRules
{
    private const string Bootstrappers = "system:bootstrappers";

    /// <summary>The decision about a request; null leaves it to people.</summary>
    /// <param name="request">The request.</param>
    /// <param name="nodes">Finds a node by name.</param>
    public static Decision? Decide(CertificateSigningRequest request, Func<string, Node?> nodes)
    {
        if (request.Spec is not { SignerName: SignerRules.KubeletClient or SignerRules.KubeletServing } spec
            || Csr.Read(request) is not { Node: { } node } csr
            || SignerRules.Refusal(spec.SignerName!, csr, spec.Usages ?? []) is not null)
        {
            return null;
        }

        if (spec.Username == csr.CommonName)
        {
            return !IsItself(csr, nodes(node)) ? null : new Decision(RequestConditionType.Approved, "AutoApproved", $"the node {node} asks for itself");
        }

        if (spec.SignerName != SignerRules.KubeletClient || spec.Groups?.Contains(Bootstrappers) != true)
        {
            return null;
        }

        // A token is good for new nodes, not for taking the place of one that works.
        return nodes(node) is { } taken && NodeTaints.ConditionOf(taken, NodeConditionType.Ready) == ConditionStatus.True
            ? new Decision(RequestConditionType.Denied, "NodeExists", $"a node named {node} exists and is Ready; delete it first (kctl delete node {node}) or join with another --node-name")
            : new Decision(RequestConditionType.Approved, "AutoApproved", $"the machine joins as {node} with a token");
    }

    /// <summary>A node may serve under its own name and addresses: with those of somebody else it could pass for them.</summary>
    private static bool IsItself(Csr csr, Node? node) => csr.DnsNames.All(n => n == csr.Node || n == "localhost")
        && csr.Addresses.All(a => IPAddress.IsLoopback(a) || node?.Status?.Addresses?.Exists(known => known.Address == a.ToString()) == true);
}
