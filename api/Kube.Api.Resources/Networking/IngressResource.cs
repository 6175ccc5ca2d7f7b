using Kube.Api.Networking.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Networking;

internal sealed class IngressResource : Resource<Ingress>
{
    private const string AnyHost = "*";

    public override Names Names => new(Short: ["ing"]);

    public override IReadOnlyList<Subresource> Subresources => [StatusSubresource];

    protected override bool HasGeneration => true;

    protected override IReadOnlyList<Column<Ingress>> Columns { get; } =
    [
        NameColumn,
        new("Class", "string", (i, _) => i.Spec?.IngressClassName ?? "<none>", Description: "The class whose controller is meant."),
        new("Hosts", "string", (i, _) => Hosts(i.Spec?.Rules), Description: "Hosts that the rules name."),
        new("Address", "string", (i, _) => Addresses(i.Status?.LoadBalancer), Description: "Where it is reachable."),
        new("Ports", "string", (i, _) => i.Spec?.Tls is { Count: > 0 } ? "80, 443" : "80", Description: "Ports of the controller that it uses."),
        AgeColumn,
    ];

    /// <inheritdoc />
    public override IReadOnlyList<string> Warnings(IKubeObject obj) => obj.Metadata?.Annotations?.ContainsKey(IngressValidation.ClassAnnotation) == true
        ? [$"annotation \"{IngressValidation.ClassAnnotation}\" is deprecated, please use 'spec.ingressClassName' instead"]
        : [];

    protected override void PrepareForCreate(Ingress obj) => obj.Status = new IngressStatus { LoadBalancer = new IngressLoadBalancerStatus() };

    protected override void PrepareForUpdate(Ingress obj, Ingress old) => obj.Status = old.Status;

    protected override bool WantedStateChanged(Ingress obj, Ingress old) => !SameOnTheWire(obj.Spec, old.Spec);

    protected override void PrepareForStatusUpdate(Ingress obj, Ingress old) => obj.Spec = old.Spec;

    protected override void Validate(Ingress obj, FieldErrors errors) => IngressValidation.Check(obj, errors);

    protected override void ValidateCreate(Ingress obj, FieldErrors errors) => IngressValidation.CheckClass(obj, errors);

    protected override void ValidateStatusUpdate(Ingress obj, Ingress old, FieldErrors errors) => IngressValidation.CheckStatus(obj.Status, errors);

    private static string Hosts(List<IngressRule>? rules)
    {
        var hosts = (rules ?? []).Select(r => r.Host).Where(h => !string.IsNullOrEmpty(h)).ToList();
        return CellText.FirstThree(hosts!, AnyHost);
    }

    private static string Addresses(IngressLoadBalancerStatus? status) => string.Join(",", (status?.Ingress ?? [])
        .Select(i => string.IsNullOrEmpty(i.Ip) ? i.Hostname : i.Ip)
        .Where(a => !string.IsNullOrEmpty(a))
        .Distinct()
        .Order(StringComparer.Ordinal));
}
