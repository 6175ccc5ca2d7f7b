using Kube.Api.Core.V1;

namespace Kube.Api.Resources.Core;

internal sealed class NodeResource : Resource<Node>
{
    public override Names Names => new(Short: ["no"]);

    public override IReadOnlyList<Subresource> Subresources => [StatusSubresource];

    public override IReadOnlyList<SelectableField> SelectableFields { get; } = [new("spec.unschedulable", Absent: "false")];

    protected override IReadOnlyList<Column<Node>> Columns => NodeColumns.All;

    protected override void PrepareForUpdate(Node obj, Node old) => obj.Status = old.Status;

    protected override void PrepareForStatusUpdate(Node obj, Node old) => obj.Spec = old.Spec;
}
