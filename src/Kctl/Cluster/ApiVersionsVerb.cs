using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Cluster;

/// <summary><c>kctl api-versions</c>.</summary>
internal static class ApiVersionsVerb
{
    public static Command Create(Session session) => new Verb("api-versions", "Lists the API groups and versions the server serves.", "kctl api-versions").Does(async (_, ct) =>
    {
        foreach (var version in (await session.Names.AllAsync(ct, refresh: true)).Select(t => t.ApiVersion).Distinct().Order(StringComparer.Ordinal))
        {
            await session.Out.WriteLineAsync(version);
        }
    });
}
