using Kube.Api.ApiExtensions.V1;

namespace Kube.ApiServer.CustomResources;

/// <summary>Which of the names it asks for a definition gets. Those that others have stay what they were, or empty.</summary>
/// <param name="Accepted">The names granted.</param>
/// <param name="Reason">Which name is in conflict, in CamelCase; null when all are granted.</param>
/// <param name="Message">Why.</param>
internal sealed record NamesVerdict(CustomResourceDefinitionNames Accepted, string? Reason, string? Message)
{
    /// <summary>True when the definition has all names it asks for.</summary>
    public bool IsAccepted => Reason is null;

    public static NamesVerdict Of(CustomResourceDefinition definition, ClaimedNames claimed)
    {
        var (group, self) = (definition.Spec?.Group ?? "", definition.Metadata?.Name ?? "");
        var (wanted, granted) = (definition.Spec?.Names ?? new(), definition.Status?.AcceptedNames ?? new());
        var names = new CustomResourceDefinitionNames { Categories = wanted.Categories };
        (string? Reason, string? Message) conflict = default;
        names.Plural = Grant(wanted.Plural, granted.Plural, claimed.IsResourceTaken, "PluralConflict");
        names.Singular = Grant(wanted.Singular, granted.Singular, claimed.IsResourceTaken, "SingularConflict");
        var taken = (wanted.ShortNames ?? []).Where(n => granted.ShortNames?.Contains(n) != true && claimed.IsResourceTaken(group, n, self)).ToList();
        names.ShortNames = taken.Count == 0 ? wanted.ShortNames : granted.ShortNames;
        if (taken.Count > 0)
        {
            var texts = string.Join(", ", taken.Select(InUse));
            conflict = ("ShortNamesConflict", taken.Count == 1 ? texts : $"[{texts}]");
        }

        names.Kind = Grant(wanted.Kind, granted.Kind, claimed.IsKindTaken, "KindConflict");
        names.ListKind = Grant(wanted.ListKind, granted.ListKind, claimed.IsKindTaken, "ListKindConflict");
        return new NamesVerdict(names, conflict.Reason, conflict.Message);

        string? Grant(string? name, string? before, Func<string, string?, string, bool> isTaken, string reason)
        {
            if (name == before || !isTaken(group, name, self))
            {
                return name;
            }

            conflict = (reason, InUse(name!));
            return before;
        }
    }

    private static string InUse(string name) => $"\"{name}\" is already in use";
}
