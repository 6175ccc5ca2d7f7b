using Kube.Api.ApiExtensions.V1;
using Kube.Api.Resources;

namespace Kube.ApiServer.CustomResources;

/// <summary>What is to become of one definition.</summary>
/// <param name="Definition">The definition as it is; read-only.</param>
/// <param name="Names">The names it gets.</param>
internal sealed record DefinitionPlan(CustomResourceDefinition Definition, NamesVerdict Names)
{
    /// <summary>The definition's name, <c>plural.group</c>.</summary>
    public string Name => Definition.Metadata!.Name!;

    /// <summary>True while it is on its way out.</summary>
    public bool IsTerminating => Definition.Metadata!.DeletionTimestamp is not null;

    /// <summary>True when its kind is to be served: once it was, it is until the definition goes.</summary>
    public bool IsWanted => Names.IsAccepted || DefinitionStatus.Is(Definition, CustomResourceDefinitionConditionType.Established);

    /// <summary>
    /// Plans for all definitions. Names that were granted stay granted; of several definitions that ask for the same one the oldest gets it,
    /// so that every server comes to the same end.
    /// </summary>
    public static IReadOnlyList<DefinitionPlan> For(IEnumerable<CustomResourceDefinition> definitions, IEnumerable<Resource> builtIn)
    {
        var ordered = definitions.OrderBy(d => d.Metadata?.CreationTimestamp).ThenBy(d => d.Metadata?.Name, StringComparer.Ordinal).ToList();
        var claimed = new ClaimedNames(builtIn);
        foreach (var definition in ordered)
        {
            claimed.Claim(definition.Spec?.Group ?? "", definition.Metadata!.Name!, definition.Status?.AcceptedNames ?? new());
        }

        var plans = new List<DefinitionPlan>(ordered.Count);
        foreach (var definition in ordered)
        {
            var verdict = NamesVerdict.Of(definition, claimed);
            claimed.Claim(definition.Spec?.Group ?? "", definition.Metadata!.Name!, verdict.Accepted);
            plans.Add(new DefinitionPlan(definition, verdict));
        }

        return plans;
    }
}
