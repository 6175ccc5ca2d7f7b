using Kctl.Access;
using Kctl.Cluster;
using Kctl.CommandLine;
using Kctl.Completing;
using Kctl.Compose;
using Kctl.Config;
using Kctl.Create;
using Kctl.Describe;
using Kctl.Diagnosis;
using Kctl.Edit;
using Kctl.Events;
using Kctl.Explain;
using Kctl.Get;
using Kctl.Joining;
using Kctl.Kustomize;
using Kctl.Local;
using Kctl.Logs;
using Kctl.Manifests;
using Kctl.Metrics;
using Kctl.Nodes;
using Kctl.Plugins;
using Kctl.Proxying;
using Kctl.Rollout;
using Kctl.Services;
using Kctl.Streams;
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
        new("replace", ReplaceVerb.Create),
        new("edit", EditVerb.Create),
        new("diff", DiffVerb.Create),
        new("delete", DeleteVerb.Create),
        new("expose", ExposeVerb.Create),
        new("scale", ScaleVerb.Create),
        new("autoscale", AutoscaleVerb.Create),
        new("rolling-update", RollingUpdateVerb.Create),
        new("rollout", RolloutVerb.Create),
        new("logs", LogsVerb.Create),
        new("exec", ExecVerb.Create),
        new("attach", AttachVerb.Create),
        new("port-forward", PortForwardVerb.Create),
        new("cp", CopyVerb.Create),
        new("proxy", ProxyVerb.Create),
        new("set", SetVerb.Create),
        new("label", LabelVerb.CreateLabel),
        new("annotate", LabelVerb.CreateAnnotate),
        new("patch", PatchVerb.Create),
        new("cordon", CordonVerb.CreateCordon),
        new("uncordon", CordonVerb.CreateUncordon),
        new("drain", DrainVerb.Create),
        new("taint", TaintVerb.Create),
        new("wait", WaitVerb.Create),
        new("compose", ComposeVerb.Create),
        new("service", ServiceVerb.Create),
        new("why", WhyVerb.Create),
        new("doctor", DoctorVerb.Create),
        new("up", ClusterVerbs.CreateUp),
        new("down", ClusterVerbs.CreateDown),
        new("status", StatusVerb.Create),
        new("ip", IpVerb.Create),
        new("open", OpenVerb.Create),
        new("image", ImageVerb.Create),
        new("explain", ExplainVerb.Create),
        new("events", EventsVerb.Create),
        new("top", TopVerb.Create),
        new("auth", AuthVerb.Create),
        new("certificate", CertificateVerb.Create),
        new("kustomize", KustomizeVerb.Create),
        new("init", InitVerb.Create),
        new("token", TokenVerb.Create),
        new("join", JoinVerb.Create),
        new("leave", JoinVerb.CreateLeave),
        new("cluster-info", ClusterInfoVerb.Create),
        new("api-resources", ApiResourcesVerb.Create),
        new("api-versions", ApiVersionsVerb.Create),
        new("config", ConfigVerb.Create),
        new("completion", CompletionVerb.Create),
        new("plugin", PluginVerb.Create),
        new("options", OptionsVerb.Create),
        new("version", VersionVerb.Create),
    ];

    public static IEnumerable<string> Names => s_verbs.Select(v => v.Name);

    /// <summary>The verb of that name; null when there is none.</summary>
    public static Command? Create(string name, Session session)
    {
        foreach (var verb in s_verbs)
        {
            if (verb.Name == name)
            {
                return verb.Create(session);
            }
        }

        return null;
    }

    private sealed record Entry(string Name, Func<Session, Command> Create);
}
