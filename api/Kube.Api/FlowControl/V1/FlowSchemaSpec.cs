namespace Kube.Api.FlowControl.V1;

/// <summary>Which requests a schema is about and where they go.</summary>
public sealed class FlowSchemaSpec
{
    /// <summary>The level.</summary>
    [Required, ProtoField(1)]
    public PriorityLevelConfigurationReference? PriorityLevelConfiguration { get; set; }

    /// <summary>Among schemas that match, the lowest number decides: 1 to 10000, 1000 when absent.</summary>
    [ProtoField(2)]
    public int? MatchingPrecedence { get; set; }

    /// <summary>What tells flows apart; one flow when absent.</summary>
    [ProtoField(3, IsPointer = true)]
    public FlowDistinguisherMethod? DistinguisherMethod { get; set; }

    /// <summary>A request matches when any of these does.</summary>
    [ProtoField(4)]
    public List<PolicyRulesWithSubjects>? Rules { get; set; }
}
