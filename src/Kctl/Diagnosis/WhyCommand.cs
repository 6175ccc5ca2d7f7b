using System.Globalization;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Describe;
using Kctl.Printing;
using Kctl.Rollout;
using Kube.Client;
using Kube.Machinery.Yaml;

namespace Kctl.Diagnosis;

/// <summary>Collects what there is to know of a pod (itself, its owner, events, logs, the scheduler's record), has it judged by pure functions, and prints that.</summary>
internal sealed class WhyCommand(Session session, string? output)
{
    private const int LogLines = 10;

    public async Task RunAsync(IReadOnlyList<string> words, CancellationToken ct)
    {
        if (words.Count is 0 or > 2)
        {
            throw new CommandException("expected 'why (POD | TYPE/NAME)', such as kctl why deploy/web");
        }

        var target = await Target.SingleAsync(words, session, "explain", ct, defaultType: "pods");
        if (target.Type.Kind == "Service")
        {
            throw new CommandException($"a service makes no pods; \"kctl doctor svc/{target.Name}\" follows it to them");
        }

        var obj = await session.Api.GetAsync(target.Type.ObjectPath(target.NamespaceIn(session), target.Name!), ct);
        var explanation = target.Type.Kind == "Pod" ? await PodAsync(obj, ct) : await OwnerAsync(target, obj, ct);
        Print(explanation);
    }

    private string CommandFlags => session.ExplicitNamespace is { } ns ? $" -n {ns}" : "";

    private void Print(Explanation explanation)
    {
        switch (output)
        {
            case null or "":
                explanation.WriteTo(session.Out);
                break;
            case "json":
                session.Out.WriteLine(JsonText.Pretty(explanation.ToJson()));
                break;
            case "yaml":
                session.Out.Write(YamlJson.Write(explanation.ToJson()));
                break;
            default:
                throw new CommandException($"unable to match a printer suitable for the output format \"{output}\", allowed formats are: json,yaml");
        }
    }

    private async Task<Explanation> OwnerAsync(Target target, JsonObject obj, CancellationToken ct)
    {
        var name = $"{target.Type.Singular}/{target.Name}";
        var maker = target.Type.Kind == "Deployment" ? await NewestAsync(obj, ct) : obj;
        if (maker is not null)
        {
            maker["kind"] ??= target.Type.Kind == "Deployment" ? "ReplicaSet" : target.Type.Kind;
            var refused = WorkloadReasons.Of(name, maker, await EventText.ReadAsync(session, maker, ct), CommandFlags);
            if (refused.Count > 0)
            {
                return new Explanation(name, "has not the pods it should have", refused);
            }
        }

        var selector = Revisions.SelectorText(obj) is { Length: > 0 } text ? text : string.Join(",", obj.Map("spec", "selector").Select(l => $"{l.Key}={l.Value}"));
        if (selector.Length == 0)
        {
            throw new CommandException($"{name} makes no pods; kctl why explains pods and what makes them");
        }

        var pods = await session.Names.FindAsync("pods", ct);
        var found = await new Target(pods, null).ReadAsync(session, obj.Namespace(), selector, null, ct);
        if (found.Count == 0)
        {
            return new Explanation(name, "has no pods", [new Finding("none was made yet, and no refusal is known: its controller may be down") { Remedies = [new Remedy("see who leads", "kctl get leases -n kube-system")] }]);
        }

        var chosen = found.OrderByDescending(PodReasons.Interest).ThenByDescending(p => p.Time("metadata", "creationTimestamp")).First();
        if (found.Count > 1)
        {
            await session.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Found {found.Count} pods, explaining pod/{chosen.Name()}"));
        }

        return await PodAsync(chosen, ct);
    }

    private async Task<JsonObject?> NewestAsync(JsonObject deployment, CancellationToken ct)
    {
        var revisions = await Revisions.OfAsync(session, deployment, ct);
        return revisions.Count == 0 ? null : revisions[^1].ReplicaSet;
    }

    private async Task<Explanation> PodAsync(JsonObject pod, CancellationToken ct)
    {
        pod["kind"] ??= "Pod";
        var now = session.Terminal.Time.GetUtcNow();
        var subject = new Subject(pod, await OwnerOfAsync(pod, ct), CommandFlags);
        var about = $"pod/{pod.Name()}";
        if (string.IsNullOrEmpty(pod.Text("spec", "nodeName")) && pod.Text("metadata", "deletionTimestamp") is null)
        {
            return await WaitingAsync(about, subject, now, ct);
        }

        var events = await EventText.ReadAsync(session, pod, ct);
        var findings = PodReasons.Of(subject, events, now).ToList();
        if (pod.Text("metadata", "deletionTimestamp") is null)
        {
            findings.AddRange(ContainerReasons.Of(subject, events, await LogsAsync(pod, now, ct), now));
        }

        var explanation = new Explanation(about, PodReasons.Summary(pod, now), findings);
        return findings.Count > 0 || pod.Text("metadata", "deletionTimestamp") is not null || pod.Text("status", "phase") is "Succeeded" or "Failed" ? explanation : await PlacedAsync(explanation, pod, ct);
    }

    private async Task<Explanation> WaitingAsync(string about, Subject subject, DateTimeOffset now, CancellationToken ct)
    {
        var answer = await new SchedulerQuestion(session).AskAsync(subject.Pod, ct);
        if (answer.Decision is { } decision)
        {
            return new Explanation(about, PendingReasons.Summary(decision, now), PendingReasons.Of(decision, subject)) { Decision = answer.Raw };
        }

        var condition = subject.Pod.Objects("status", "conditions").FirstOrDefault(c => c.Text("type") == "PodScheduled");
        var known = condition.Text("message") is { Length: > 0 } message ? [new Finding($"what it last said: {message}")] : (IReadOnlyList<Finding>)[];
        return new Explanation(about, "waits for a node", [.. known, answer.Problem!]);
    }

    private async Task<Explanation> PlacedAsync(Explanation explanation, JsonObject pod, CancellationToken ct)
    {
        if (pod.Objects("metadata", "ownerReferences").Any(owner => owner.Text("kind") == "Node"))
        {
            return explanation with { Findings = [new Finding("no scheduler placed it: its node's kubelet runs it from a file")] };
        }

        var answer = await new SchedulerQuestion(session).AskAsync(pod, ct);
        var findings = answer.Decision is { } decision ? PlacementReasons.Of(decision, pod.Text("spec", "nodeName") ?? "") : [answer.Problem!];
        return explanation with { Findings = findings, Decision = answer.Raw };
    }

    private async Task<string?> OwnerOfAsync(JsonObject pod, CancellationToken ct)
    {
        var owner = pod.Objects("metadata", "ownerReferences").FirstOrDefault(o => o.Flag("controller"));
        if (owner is null || owner.Text("kind") == "Node")
        {
            return null;
        }

        if (owner.Text("kind") == "ReplicaSet")
        {
            var sets = await session.Names.FindAsync("replicasets", ct);
            var set = await session.Api.FindAsync(sets.ObjectPath(pod.Namespace(), owner.Text("name") ?? ""), ct);
            owner = set.Objects("metadata", "ownerReferences").FirstOrDefault(o => o.Flag("controller")) ?? owner;
        }

        return $"{owner.Text("kind")?.ToLowerInvariant()}/{owner.Text("name")}";
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> LogsAsync(JsonObject pod, DateTimeOffset now, CancellationToken ct)
    {
        var logs = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var wish in ContainerReasons.Logs(pod, now))
        {
            // Right after a crash the run before is the one that ended; while the container waits to be started again it is the newest.
            logs[wish.Container] = await LogAsync(pod, wish, ct) is { Count: > 0 } lines ? lines : await LogAsync(pod, wish with { Previous = !wish.Previous }, ct);
        }

        return logs;
    }

    private async Task<IReadOnlyList<string>> LogAsync(JsonObject pod, LogWish wish, CancellationToken ct)
    {
        var path = $"/api/v1/namespaces/{Uri.EscapeDataString(pod.Namespace() ?? "")}/pods/{Uri.EscapeDataString(pod.Name())}/log";
        try
        {
            using var response = await session.Api.OpenAsync(QueryText.With(path, ("container", wish.Container), ("tailLines", $"{LogLines}"), ("previous", wish.Previous ? "true" : null)), ct);
            var text = await response.Content.ReadAsStringAsync(ct);
            return text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n');
        }
        catch (ApiException)
        {
            return []; // The engine has dropped that run's log, or the node cannot be reached: the exit code must do.
        }
    }
}
