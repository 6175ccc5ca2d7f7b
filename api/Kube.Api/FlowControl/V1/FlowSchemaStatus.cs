namespace Kube.Api.FlowControl.V1;

/// <summary>What has become of a flow schema.</summary>
public sealed class FlowSchemaStatus
{
    /// <summary>Facts about it.</summary>
    [PatchMerge("type"), ListMap("type"), ProtoField(1)]
    public List<FlowSchemaCondition>? Conditions { get; set; }
}
