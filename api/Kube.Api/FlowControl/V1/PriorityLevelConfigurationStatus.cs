namespace Kube.Api.FlowControl.V1;

/// <summary>What has become of a priority level.</summary>
public sealed class PriorityLevelConfigurationStatus
{
    /// <summary>Facts about it.</summary>
    [PatchMerge("type"), ListMap("type"), ProtoField(1)]
    public List<PriorityLevelConfigurationCondition>? Conditions { get; set; }
}
