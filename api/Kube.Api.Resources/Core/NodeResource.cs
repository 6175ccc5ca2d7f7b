using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

internal sealed class NodeResource : Resource<Node>
{
    public override Names Names => new(Short: ["no"]);

    public override IReadOnlyList<Subresource> Subresources => [Subresource.Proxy("NodeProxyOptions"), StatusSubresource];

    public override IReadOnlyList<SelectableField> SelectableFields { get; } = [new("spec.unschedulable", Absent: "false")];

    protected override IReadOnlyList<Column<Node>> Columns => NodeColumns.All;

    /// <summary>podCIDR is the first of podCIDRs; what a node does not keep back for itself is allocatable.</summary>
    protected override void Default(Node obj)
    {
        if (obj.Spec is { } spec)
        {
            spec.PodCIDRs = spec.PodCIDRs is { Count: > 0 } || string.IsNullOrEmpty(spec.PodCIDR) ? spec.PodCIDRs : [spec.PodCIDR];
            spec.PodCIDR = spec.PodCIDRs is [var first, ..] ? first : spec.PodCIDR;
        }

        if (obj.Status is { Allocatable: null, Capacity: { } capacity } status)
        {
            status.Allocatable = new Dictionary<string, Quantity>(capacity);
        }
    }

    protected override void PrepareForUpdate(Node obj, Node old) => obj.Status = old.Status;

    protected override void PrepareForStatusUpdate(Node obj, Node old) => obj.Spec = old.Spec;

    protected override void Validate(Node obj, FieldErrors errors) => NodeValidation.Check(obj, errors);

    protected override void ValidateUpdate(Node obj, Node old, FieldErrors errors) => NodeValidation.CheckUpdate(obj, old, errors);

    protected override void ValidateStatusUpdate(Node obj, Node old, FieldErrors errors) => NodeValidation.CheckStatus(obj, errors);
}
