using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Printing;

namespace Kctl.Cluster;

/// <summary><c>kctl api-resources</c>.</summary>
internal static class ApiResourcesVerb
{
    public static Command Create(Session session)
    {
        var output = Flags.Named("--output", "wide|name", "wide: verbs and categories too; name: names only", "-o");
        var namespaced = new Option<bool?>("--namespaced") { Description = "only kinds that live in a namespace; =false only those that do not" };
        var group = Flags.Named("--api-group", "GROUP", "only kinds of this group");
        var noHeaders = Flags.Switch("--no-headers", "rows without the header line");
        return new Verb("api-resources", "Lists the kinds the server serves, with their short names.", "kctl api-resources", "kctl api-resources -o wide", "kctl api-resources --namespaced=false")
            .With(output, namespaced, group, noHeaders).Does(async (parse, ct) =>
            {
                var types = (await session.Names.AllAsync(ct, refresh: true))
                    .Where(t => parse.GetValue(namespaced) is not { } only || t.Namespaced == only)
                    .Where(t => parse.GetValue(group) is not { } named || t.Group == named)
                    .OrderBy(t => t.Group, StringComparer.Ordinal).ThenBy(t => t.Plural, StringComparer.Ordinal).ToList();
                var wide = parse.GetValue(output) == "wide";
                if (parse.GetValue(output) == "name")
                {
                    types.ForEach(t => session.Out.WriteLine(t.GroupResource));
                    return;
                }

                var rows = new List<IReadOnlyList<string>>();
                if (!parse.GetValue(noHeaders))
                {
                    rows.Add(["NAME", "SHORTNAMES", "APIVERSION", "NAMESPACED", "KIND", .. wide ? ["VERBS", "CATEGORIES"] : Array.Empty<string>()]);
                }

                rows.AddRange(types.Select(t => (IReadOnlyList<string>)[
                    t.Plural, string.Join(',', t.ShortNames), t.ApiVersion, t.Namespaced ? "true" : "false", t.Kind,
                    .. wide ? [string.Join(',', t.Verbs), string.Join(',', t.Categories)] : Array.Empty<string>()]));
                new TextTable(session.Out).Write(rows);
            });
    }
}
