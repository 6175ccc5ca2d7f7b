using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Local;

/// <summary>The options of <c>hack/up</c>, handed on as they were given.</summary>
internal sealed class ScriptOptions(Session session)
{
    private readonly Option<string?>[] _single =
    [
        Flags.Named("--nodes", "N", "how many nodes; as many as last time, or 1, if not given"),
        Flags.Named("--simulate", "N", "N nodes that one process only pretends to be, with the real control plane around them: no Docker and no root needed"),
        ClusterVerbs.Data(),
        Flags.Named("--port", "PORT", "the API server's port, 6443 if not given"),
        Flags.Named("--etcd-port", "PORT", "etcd's port on loopback, 2379 if not given; its peers use the next one"),
        Flags.Named("--wait", "SECONDS", "how long to wait for the nodes, 60 if not given"),
    ];

    private readonly Option<string[]>[] _many =
    [
        .. new[] { "apiserver", "controller-manager", "scheduler", "kubelet", "proxy" }
            .Select(process => Flags.Many($"--{process}-arg", "FLAG", $"one more flag for the {process}; may be given several times")),
    ];

    public IEnumerable<Symbol> ForUp() => [.. _single, .. _many];

    /// <summary>The script's arguments; <c>--context</c> and <c>--kubeconfig</c> name what is to be made, not what is there.</summary>
    public IEnumerable<string> Arguments(ParseResult parse)
    {
        Option<string?>[] all = [.. _single, session.Flags.Context, session.Flags.Kubeconfig];
        return all.Where(o => parse.GetValue(o) is not null).SelectMany(o => new[] { o.Name, parse.GetValue(o)! })
            .Concat(_many.SelectMany(o => (parse.GetValue(o) ?? []).Select(value => $"{o.Name}={value}")));
    }
}
