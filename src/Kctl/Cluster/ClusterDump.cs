using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Printing;
using Kube.Client;

namespace Kctl.Cluster;

/// <summary><c>kctl cluster-info dump</c>: what somebody needs who is to find out from afar what is wrong.</summary>
internal static class ClusterDump
{
    private static readonly string[] s_kinds = ["events", "replicationcontrollers", "services", "daemonsets", "deployments", "replicasets", "pods"];

    public static Verb Create(Session session)
    {
        var folder = Flags.Named("--output-directory", "FOLDER", "write files into this folder; - or nothing prints everything");
        var (allNamespaces, output) = (Flags.AllNamespaces(), Flags.Named("--output", "json|yaml", "how objects are written; json if not given", "-o"));
        var namespaces = Flags.Many("--namespaces", "NAME,...", "these namespaces instead of this one and kube-system");
        return new Verb("dump", "Writes nodes, events, workloads and the logs of pods, for a look from afar.", "kctl cluster-info dump", "kctl cluster-info dump -A --output-directory=/tmp/dump")
            .With(folder, allNamespaces, namespaces, output).Does(async (parse, ct) =>
            {
                var format = OutputFormat.Parse(parse.GetValue(output) ?? "json");
                if (format.Kind is not (OutputKind.Json or OutputKind.Yaml))
                {
                    throw new CommandException("--output: objects are dumped as json or yaml");
                }

                var dump = new DumpWriter(session, format, parse.GetValue(folder) is { Length: > 0 } named and not "-" ? named : null);
                await dump.ObjectsAsync("nodes", "/api/v1/nodes", ct);
                foreach (var ns in await NamespacesAsync(session, parse.GetValue(allNamespaces), parse.GetValue(namespaces), ct))
                {
                    foreach (var kind in s_kinds)
                    {
                        var type = await session.Names.FindAsync(kind, ct);
                        await dump.ObjectsAsync($"{ns}/{kind}", type.CollectionPath(ns), ct);
                    }

                    await dump.LogsAsync(ns, ct);
                }

                await dump.FinishAsync();
            });
    }

    private static async Task<IReadOnlyList<string>> NamespacesAsync(Session session, bool all, string[]? named, CancellationToken ct) =>
        all ? [.. (await session.Api.ListAsync("/api/v1/namespaces", ct)).Objects("items").Select(n => n.Name())]
        : named is { Length: > 0 } ? [.. named.SelectMany(n => n.Split(','))]
        : [.. ((string[])["kube-system", session.Namespace]).Distinct()];
}

/// <summary>Writes the parts of a dump, to files or one after the other.</summary>
internal sealed class DumpWriter(Session session, OutputFormat format, string? folder)
{
    public async Task ObjectsAsync(string name, string path, CancellationToken ct)
    {
        var list = await session.Api.ListAsync(path, ct);
        var text = new StringWriter { NewLine = "\n" };
        new ObjectPrinter(text, format).Print([list], asList: false);
        await WriteAsync($"{name}.{(format.Kind == OutputKind.Json ? "json" : "yaml")}", text.ToString(), ct);
    }

    /// <summary>The logs of every container; one that has none is passed over.</summary>
    public async Task LogsAsync(string ns, CancellationToken ct)
    {
        var pods = await session.Api.ListAsync($"/api/v1/namespaces/{Uri.EscapeDataString(ns)}/pods", ct);
        foreach (var pod in pods.Objects("items"))
        {
            foreach (var container in pod.Objects("spec", "initContainers").Concat(pod.Objects("spec", "containers")).Select(c => c.Text("name") ?? ""))
            {
                var text = await LogAsync(ns, pod, container, ct);
                await WriteAsync($"{ns}/{pod.Name()}/{container}.log", $"==== START logs for container {container} of pod {ns}/{pod.Name()} ====\n{text}==== END logs for container {container} of pod {ns}/{pod.Name()} ====\n", ct);
            }
        }
    }

    public Task FinishAsync() => folder is null ? Task.CompletedTask : session.Out.WriteLineAsync($"Cluster info dumped to {folder}");

    private async Task<string> LogAsync(string ns, JsonObject pod, string container, CancellationToken ct)
    {
        try
        {
            using var answer = await session.Api.OpenAsync(QueryText.With($"/api/v1/namespaces/{Uri.EscapeDataString(ns)}/pods/{pod.Name()}/log", ("container", container)), ct);
            return await answer.Content.ReadAsStringAsync(ct);
        }
        catch (Exception e) when (e is ApiException or HttpRequestException)
        {
            return $"Request log error: {e.Message}\n";
        }
    }

    private async Task WriteAsync(string name, string text, CancellationToken ct)
    {
        if (folder is null)
        {
            await session.Out.WriteAsync(text);
            return;
        }

        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, ct);
    }
}
