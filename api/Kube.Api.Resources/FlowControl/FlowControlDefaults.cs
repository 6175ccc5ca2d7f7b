using Kube.Api.FlowControl.V1;
using Kube.Api.Meta.V1;

namespace Kube.Api.Resources.FlowControl;

/// <summary>The priority levels and flow schemas that every cluster has and nobody may change: one for administrators, one for everything else.</summary>
public static class FlowControlDefaults
{
    /// <summary>Requests that never wait.</summary>
    public const string Exempt = "exempt";

    /// <summary>Requests that nothing else is for.</summary>
    public const string CatchAll = "catch-all";

    private const int FirstPrecedence = 1;
    private const int LastPrecedence = 10000;
    private const int CatchAllShares = 5;

    /// <summary>The priority levels.</summary>
    public static IReadOnlyList<PriorityLevelConfiguration> PriorityLevels =>
    [
        new()
        {
            Metadata = Named(Exempt),
            Spec = new PriorityLevelConfigurationSpec
            {
                Type = PriorityLevelEnablement.Exempt,
                Exempt = new ExemptPriorityLevelConfiguration { NominalConcurrencyShares = 0, LendablePercent = 0 },
            },
        },
        new()
        {
            Metadata = Named(CatchAll),
            Spec = new PriorityLevelConfigurationSpec
            {
                Type = PriorityLevelEnablement.Limited,
                Limited = new LimitedPriorityLevelConfiguration
                {
                    NominalConcurrencyShares = CatchAllShares,
                    LendablePercent = 0,
                    LimitResponse = new LimitResponse { Type = LimitResponseType.Reject },
                },
            },
        },
    ];

    /// <summary>The flow schemas.</summary>
    public static IReadOnlyList<FlowSchema> FlowSchemas =>
    [
        new()
        {
            Metadata = Named(Exempt),
            Spec = new FlowSchemaSpec
            {
                PriorityLevelConfiguration = new PriorityLevelConfigurationReference { Name = Exempt },
                MatchingPrecedence = FirstPrecedence,
                Rules = [Everything("system:masters")],
            },
        },
        new()
        {
            Metadata = Named(CatchAll),
            Spec = new FlowSchemaSpec
            {
                PriorityLevelConfiguration = new PriorityLevelConfigurationReference { Name = CatchAll },
                MatchingPrecedence = LastPrecedence,
                DistinguisherMethod = new FlowDistinguisherMethod { Type = FlowDistinguisherMethodType.ByUser },
                Rules = [Everything("system:unauthenticated", "system:authenticated")],
            },
        },
    ];

    private static ObjectMeta Named(string name) => new() { Name = name, Annotations = new() { ["apf.kubernetes.io/autoupdate-spec"] = "true" } };

    private static PolicyRulesWithSubjects Everything(params string[] groups) => new()
    {
        Subjects = [.. groups.Select(g => new Subject { Kind = SubjectKind.Group, Group = new GroupSubject { Name = g } })],
        ResourceRules = [new ResourcePolicyRule { Verbs = ["*"], ApiGroups = ["*"], Resources = ["*"], ClusterScope = true, Namespaces = ["*"] }],
        NonResourceRules = [new NonResourcePolicyRule { Verbs = ["*"], NonResourceURLs = ["*"] }],
    };
}
