using Kube.Api.Autoscaling.V1;
using V2 = Kube.Api.Autoscaling.V2;

namespace Kube.Api.Resources.Autoscaling;

/// <summary>The autoscaling/v1 view of autoscalers.</summary>
internal sealed class HorizontalPodAutoscalerV1Resource : Resource<HorizontalPodAutoscaler>
{
    private static readonly IReadOnlyList<Column<HorizontalPodAutoscaler>> s_columns =
    [
        .. HorizontalPodAutoscalerResource.All.Select(c => new Column<HorizontalPodAutoscaler>(
            c.Name, c.Type, (a, now) => c.Cell(HorizontalPodAutoscalerConversion.ToV2(a), now), c.Priority, c.Format, c.Description)),
    ];

    public override Names Names => new(Short: ["hpa"], Categories: ["all"]);

    public override IReadOnlyList<Subresource> Subresources => [StatusSubresource];

    public override StoredAs? StoredAs { get; } = new(
        new HorizontalPodAutoscalerResource(),
        a => HorizontalPodAutoscalerConversion.ToV2((HorizontalPodAutoscaler)a),
        a => HorizontalPodAutoscalerConversion.FromV2((V2.HorizontalPodAutoscaler)a));

    protected override IReadOnlyList<Column<HorizontalPodAutoscaler>> Columns => s_columns;
}
