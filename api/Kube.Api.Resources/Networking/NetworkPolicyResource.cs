using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Api.Networking.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Networking;

internal sealed class NetworkPolicyResource : Resource<NetworkPolicy>
{
    public override Names Names => new(Short: ["netpol"]);

    protected override bool HasGeneration => true;

    protected override IReadOnlyList<Column<NetworkPolicy>> Columns { get; } =
    [
        NameColumn,
        new("Pod-Selector", "string", (p, _) => CellText.Selector(p.Spec?.PodSelector), Description: "The pods it is about."),
        AgeColumn,
    ];

    protected override void Default(NetworkPolicy obj)
    {
        var spec = obj.Spec ??= new NetworkPolicySpec();
        spec.PodSelector ??= new LabelSelector();
        foreach (var port in (spec.Ingress ?? []).SelectMany(r => r.Ports ?? []).Concat((spec.Egress ?? []).SelectMany(r => r.Ports ?? [])))
        {
            port.Protocol ??= Protocol.TCP;
        }

        if (spec.PolicyTypes is not { Count: > 0 })
        {
            spec.PolicyTypes = spec.Egress is { Count: > 0 } ? [PolicyType.Ingress, PolicyType.Egress] : [PolicyType.Ingress];
        }
    }

    protected override bool WantedStateChanged(NetworkPolicy obj, NetworkPolicy old) => !SameOnTheWire(obj.Spec, old.Spec);

    protected override void Validate(NetworkPolicy obj, FieldErrors errors) => NetworkPolicyValidation.Check(obj.Spec ?? new NetworkPolicySpec(), errors);
}
