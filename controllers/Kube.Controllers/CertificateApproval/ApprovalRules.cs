using Kube.Api.Certificates.V1;
using Kube.Controllers.CertificateSigning;

namespace Kube.Controllers.CertificateApproval;

/// <summary>Which requests need no person: those of machines that join with a token, and of nodes for themselves. Pure.</summary>
internal static class ApprovalRules
{
    private const string Bootstrappers = "system:bootstrappers";

    /// <summary>The decision about a request; null leaves it to people.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isLive">Whether a node of some name is there and reports.</param>
    public static Decision? Decide(CertificateSigningRequest request, Func<string, bool> isLive)
    {
        if (request.Spec is not { SignerName: SignerRules.KubeletClient or SignerRules.KubeletServing } spec
            || Csr.Read(request) is not { Node: { } node } csr
            || SignerRules.Refusal(spec.SignerName!, csr, spec.Usages ?? []) is not null)
        {
            return null;
        }

        if (spec.Username == csr.CommonName)
        {
            return new Decision(RequestConditionType.Approved, "AutoApproved", $"the node {node} asks for itself");
        }

        if (spec.SignerName != SignerRules.KubeletClient || spec.Groups?.Contains(Bootstrappers) != true)
        {
            return null;
        }

        // A token is good for new nodes, not for taking the place of one that works.
        return isLive(node)
            ? new Decision(RequestConditionType.Denied, "NodeExists", $"a node named {node} exists and is Ready; delete it first (kctl delete node {node}) or join with another --node-name")
            : new Decision(RequestConditionType.Approved, "AutoApproved", $"the machine joins as {node} with a token");
    }
}
