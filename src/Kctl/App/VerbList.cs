using System.CommandLine;
using Kctl.Cluster;
using Kctl.Config;
using Kctl.Create;
using Kctl.Describe;
using Kctl.Edit;
using Kctl.Get;
using Kctl.Logs;
using Kctl.Manifests;
using Kctl.Rollout;
using Kctl.Wait;

namespace Kctl.App;

/// <summary>Every verb, in the order of the help. A verb is built only when it is asked for: building all of them would be a third of the start-up time.</summary>
internal static class VerbList
{
    private static readonly (string Name, Func<Session, Command> Create)[] s_verbs =
    [
        ("get", GetVerb.Create),
        ("describe", DescribeVerb.Create),
        ("run", RunVerb.Create),
        ("create", CreateVerb.Create),
        ("apply", ApplyVerb.Create),
        ("delete", DeleteVerb.Create),
        ("expose", ExposeVerb.Create),
        ("scale", ScaleVerb.Create),
        ("rolling-update", RollingUpdateVerb.Create),
        ("rollout", RolloutVerb.Create),
        ("logs", LogsVerb.Create),
        ("set", SetVerb.Create),
        ("label", LabelVerb.CreateLabel),
        ("annotate", LabelVerb.CreateAnnotate),
        ("patch", PatchVerb.Create),
        ("wait", WaitVerb.Create),
        ("cluster-info", ClusterInfoVerb.Create),
        ("api-resources", ApiResourcesVerb.Create),
        ("api-versions", ApiVersionsVerb.Create),
        ("config", ConfigVerb.Create),
        ("version", VersionVerb.Create),
    ];

    public static IEnumerable<string> Names => s_verbs.Select(v => v.Name);

    /// <summary>The verb the arguments name, or all of them where they name none.</summary>
    public static IEnumerable<Command> For(string[] args, Session session)
    {
        var named = s_verbs.Where(v => args.Contains(v.Name)).ToList();
        return (named.Count > 0 ? named : [.. s_verbs]).Select(v => v.Create(session));
    }
}
