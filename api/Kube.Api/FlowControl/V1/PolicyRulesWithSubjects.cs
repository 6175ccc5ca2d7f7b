namespace Kube.Api.FlowControl.V1;

/// <summary>Matches requests by who sends them and what they ask for.</summary>
public sealed class PolicyRulesWithSubjects
{
    /// <summary>Who; at least one.</summary>
    [Required, ProtoField(1)]
    public List<Subject>? Subjects { get; set; }

    /// <summary>Requests for resources.</summary>
    [ProtoField(2)]
    public List<ResourcePolicyRule>? ResourceRules { get; set; }

    /// <summary>Requests for other paths.</summary>
    [ProtoField(3)]
    public List<NonResourcePolicyRule>? NonResourceRules { get; set; }
}
