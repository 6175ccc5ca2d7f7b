using System.Net;
using Kube.Api.Core.V1;
using Kube.Api.Networking.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Networking;

/// <summary>The rules of a NetworkPolicy.</summary>
internal static class NetworkPolicyValidation
{
    private static readonly FieldPath s_spec = FieldPath.Of("spec");

    public static void Check(NetworkPolicySpec spec, FieldErrors errors)
    {
        LabelSelectorValidation.Check(spec.PodSelector, s_spec.Child("podSelector"), errors);
        for (var i = 0; i < (spec.Ingress?.Count ?? 0); i++)
        {
            CheckRule(spec.Ingress![i].Ports, spec.Ingress[i].From, s_spec.Child("ingress").Index(i), "from", errors);
        }

        for (var i = 0; i < (spec.Egress?.Count ?? 0); i++)
        {
            CheckRule(spec.Egress![i].Ports, spec.Egress[i].To, s_spec.Child("egress").Index(i), "to", errors);
        }

        if (spec.PolicyTypes is { Count: > 2 } types)
        {
            errors.Invalid(s_spec.Child("policyTypes"), FieldRules.Shown(types), "may not specify more than two policyTypes");
            return;
        }

        for (var i = 0; i < (spec.PolicyTypes?.Count ?? 0); i++)
        {
            if (spec.PolicyTypes![i] is not (PolicyType.Ingress or PolicyType.Egress))
            {
                errors.NotSupported(s_spec.Child("policyTypes").Index(i), spec.PolicyTypes[i], PolicyType.Egress, PolicyType.Ingress);
            }
        }
    }

    private static void CheckRule(List<NetworkPolicyPort>? ports, List<NetworkPolicyPeer>? peers, FieldPath path, string end, FieldErrors errors)
    {
        for (var i = 0; i < (ports?.Count ?? 0); i++)
        {
            CheckPort(ports![i], path.Child("ports").Index(i), errors);
        }

        for (var i = 0; i < (peers?.Count ?? 0); i++)
        {
            CheckPeer(peers![i], path.Child(end).Index(i), errors);
        }
    }

    private static void CheckPort(NetworkPolicyPort port, FieldPath path, FieldErrors errors)
    {
        FieldRules.AbsentOrOneOf(port.Protocol, path.Child("protocol"), errors, Protocol.TCP, Protocol.UDP, Protocol.SCTP);
        var end = path.Child("endPort");
        switch (port)
        {
            case { Port: null, EndPort: not null }:
                errors.Invalid(end, port.EndPort, "may not be specified when `port` is not specified");
                break;
            case { Port: null }:
                break;
            case { Port.IsString: true }:
                if (port.EndPort is not null)
                {
                    errors.Invalid(end, port.EndPort, "may not be specified when `port` is non-numeric");
                }

                FieldRules.PortName(port.Port.Value.String!, path.Child("port"), errors);
                break;
            default:
                FieldRules.Port(port.Port.Value.Int, path.Child("port"), errors);
                if (port.EndPort < port.Port.Value.Int)
                {
                    errors.Invalid(end, port.Port.Value.Int, "must be greater than or equal to `port`");
                }

                if (port.EndPort is { } last)
                {
                    FieldRules.Port(last, end, errors);
                }

                break;
        }
    }

    private static void CheckPeer(NetworkPolicyPeer peer, FieldPath path, FieldErrors errors)
    {
        LabelSelectorValidation.Check(peer.PodSelector, path.Child("podSelector"), errors);
        LabelSelectorValidation.Check(peer.NamespaceSelector, path.Child("namespaceSelector"), errors);
        if (peer.IpBlock is { } block)
        {
            CheckBlock(block, path.Child("ipBlock"), errors);
        }

        if (peer is { PodSelector: null, NamespaceSelector: null, IpBlock: null })
        {
            errors.Required(path, "must specify a peer");
        }
        else if (peer.IpBlock is not null && (peer.PodSelector is not null || peer.NamespaceSelector is not null))
        {
            errors.Forbidden(path, "may not specify both ipBlock and another peer");
        }
    }

    private static void CheckBlock(IPBlock block, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(block.Cidr))
        {
            errors.Required(path.Child("cidr"));
            return;
        }

        if (CidrRules.Parse(block.Cidr) is not var (address, length))
        {
            errors.Invalid(path.Child("cidr"), block.Cidr, CidrRules.Text);
            return;
        }

        for (var i = 0; i < (block.Except?.Count ?? 0); i++)
        {
            var (hole, at) = (block.Except![i], path.Child("except").Index(i));
            if (CidrRules.Parse(hole) is not var (first, bits))
            {
                errors.Invalid(at, hole, CidrRules.Text);
            }
            else if (bits <= length || !CidrRules.Contains(address, length, first))
            {
                errors.Invalid(at, hole, "must be a strict subset of `cidr`");
            }
        }
    }
}
