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
    private static readonly Entry[] s_verbs =
    [
        new("get", GetVerb.Create),
        new("describe", DescribeVerb.Create),
        new("run", RunVerb.Create),
        new("create", CreateVerb.Create),
        new("apply", ApplyVerb.Create),
        new("delete", DeleteVerb.Create),
        new("expose", ExposeVerb.Create),
        new("scale", ScaleVerb.Create),
        new("rolling-update", RollingUpdateVerb.Create),
        new("rollout", RolloutVerb.Create),
        new("logs", LogsVerb.Create),
        new("set", SetVerb.Create),
        new("label", LabelVerb.CreateLabel),
        new("annotate", LabelVerb.CreateAnnotate),
        new("patch", PatchVerb.Create),
        new("wait", WaitVerb.Create),
        new("cluster-info", ClusterInfoVerb.Create),
        new("api-resources", ApiResourcesVerb.Create),
        new("api-versions", ApiVersionsVerb.Create),
        new("config", ConfigVerb.Create),
        new("version", VersionVerb.Create),
    ];

    public static IEnumerable<string> Names => s_verbs.Select(v => v.Name);

    /// <summary>The verb the arguments name, or all of them where they name none.</summary>
    public static IEnumerable<Command> For(string[] args, Session session)
    {
        var named = s_verbs.Where(v => args.Contains(v.Name)).ToList();
        return (named.Count > 0 ? named : [.. s_verbs]).Select(v => v.Create(session));
    }

    private sealed record Entry(string Name, Func<Session, Command> Create);
}
