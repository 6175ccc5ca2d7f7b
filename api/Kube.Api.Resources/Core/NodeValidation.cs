using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of a Node.</summary>
internal static class NodeValidation
{
    private static readonly FieldPath s_spec = FieldPath.Of("spec");

    public static void Check(Node node, FieldErrors errors)
    {
        TolerationValidation.CheckTaints(node.Spec?.Taints ?? [], s_spec.Child("taints"), errors);
        for (var i = 0; i < (node.Spec?.PodCIDRs?.Count ?? 0); i++)
        {
            if (!FieldRules.IsCidr(node.Spec!.PodCIDRs![i]))
            {
                errors.Invalid(s_spec.Child("podCIDRs").Index(i), node.Spec.PodCIDRs[i], "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)");
            }
        }

        CheckStatus(node, errors);
    }

    public static void CheckStatus(Node node, FieldErrors errors)
    {
        foreach (var (field, amounts) in new[] { ("capacity", node.Status?.Capacity), ("allocatable", node.Status?.Allocatable) })
        {
            foreach (var (name, amount) in amounts ?? [])
            {
                ResourceValidation.CheckAmount(name, amount, FieldPath.Of("status", field).Key(name), errors);
            }
        }
    }

    /// <summary>What others rely on while the node exists is written once.</summary>
    public static void CheckUpdate(Node node, Node old, FieldErrors errors)
    {
        var (spec, before) = (node.Spec, old.Spec);
        if (before?.PodCIDRs is { Count: > 0 } ranges && !ranges.SequenceEqual(spec?.PodCIDRs ?? []))
        {
            errors.Forbidden(s_spec.Child("podCIDRs"), "node updates may not change podCIDR except from \"\" to valid");
        }

        if (!string.IsNullOrEmpty(before?.ProviderID) && before.ProviderID != spec?.ProviderID)
        {
            errors.Forbidden(s_spec.Child("providerID"), "node updates may not change providerID except from \"\" to valid");
        }
    }
}
