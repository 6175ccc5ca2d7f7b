using System.Globalization;
using System.Text.Json.Nodes;
using Kctl.Api;

namespace Kctl.Diagnosis;

/// <summary>A container whose log tells more.</summary>
internal sealed record LogWish(string Container, bool Previous);

/// <summary>What keeps the containers of a pod that has a node from running and being ready. Pure.</summary>
internal static class ContainerReasons
{
    /// <summary>The longest back-off between two starts of a crashing container is five minutes.</summary>
    private static readonly TimeSpan s_lately = TimeSpan.FromMinutes(5);

    private static readonly string[] s_normalWaits = ["ContainerCreating", "PodInitializing"];

    /// <summary>The containers that ended badly, and which of their runs to read.</summary>
    public static IReadOnlyList<LogWish> Logs(JsonObject pod, DateTimeOffset now) =>
    [
        .. from status in Statuses(pod)
           where Ended(status) is { } ended && (ended.Number("exitCode") != 0 || IsCrashing(status)) && (status.At("state", "running") is null || FailedLately(status, now))
           select new LogWish(status.Text("name") ?? "", status.At("state", "terminated") is null),
    ];

    /// <summary>The findings; empty where all is well.</summary>
    /// <param name="subject">The pod.</param>
    /// <param name="events">Its events, oldest first.</param>
    /// <param name="logs">The last lines of the containers that <see cref="Logs"/> names.</param>
    /// <param name="now">The time: a crash counts for some minutes after the container was started again.</param>
    public static IReadOnlyList<Finding> Of(Subject subject, IReadOnlyList<JsonObject> events, IReadOnlyDictionary<string, IReadOnlyList<string>> logs, DateTimeOffset now)
    {
        var findings = new List<Finding>();
        foreach (var status in Statuses(subject.Pod))
        {
            if (Of(status, subject, events, logs, now) is { } finding)
            {
                findings.Add(finding);
            }
        }

        return findings;
    }

    /// <summary>Whether the container is why the pod does not work.</summary>
    public static bool IsBroken(JsonObject status, bool init) =>
        IsCrashing(status)
        || (status.Text("state", "waiting", "reason") is { } reason && !s_normalWaits.Contains(reason))
        || status.Number("state", "terminated", "exitCode") is not (null or 0)
        || (!init && status.At("state", "running") is not null && !status.Flag("ready"));

    /// <summary>The statuses of init containers, then of containers.</summary>
    public static IEnumerable<JsonObject> Statuses(JsonObject pod) => [.. pod.Objects("status", "initContainerStatuses"), .. pod.Objects("status", "containerStatuses")];

    /// <summary>It runs again, but not for long enough to say that whatever made it fail is over.</summary>
    private static bool FailedLately(JsonObject status, DateTimeOffset now) => status.At("state", "running") is not null
        && status.Number("lastState", "terminated", "exitCode") is not (null or 0)
        && status.Time("lastState", "terminated", "finishedAt") is { } end && now - end < s_lately;

    private static bool IsInit(JsonObject pod, JsonObject status) => pod.Objects("status", "initContainerStatuses").Contains(status);

    private static bool IsCrashing(JsonObject status) => status.Text("state", "waiting", "reason") == "CrashLoopBackOff";

    private static JsonNode? Ended(JsonObject status) => status.At("state", "terminated") ?? status.At("lastState", "terminated");

    private static Finding? Of(JsonObject status, Subject subject, IReadOnlyList<JsonObject> events, IReadOnlyDictionary<string, IReadOnlyList<string>> logs, DateTimeOffset now)
    {
        var name = status.Text("name") ?? "";
        var init = IsInit(subject.Pod, status);
        var again = FailedLately(status, now);
        if (!IsBroken(status, init) && !again)
        {
            return null;
        }

        var title = $"{(init ? "init container" : "container")} {name}";
        var waiting = status.Text("state", "waiting", "reason");
        return waiting switch
        {
            "ImagePullBackOff" or "ErrImagePull" or "InvalidImageName" or "ErrImageNeverPull" => Image(title, status, waiting, subject, events),
            "CreateContainerConfigError" or "CreateContainerError" or "RunContainerError" => Config(title, status, waiting, subject, events),
            _ when Ended(status) is not null && (waiting is not null || again || status.At("state", "terminated") is not null) => Exit(title, status, subject, events, logs),
            null => NotReady(title, status, subject, events),
            _ => new Finding($"{title}: {waiting}") { Details = Lines(status.Text("state", "waiting", "message")) },
        };
    }

    private static Finding Image(string title, JsonObject status, string reason, Subject subject, IReadOnlyList<JsonObject> events)
    {
        var image = subject.Spec.Objects("containers").Concat(subject.Spec.Objects("initContainers")).FirstOrDefault(c => c.Text("name") == status.Text("name")).Text("image") ?? status.Text("image");
        var remedies = new List<Remedy>
        {
            subject.Edit($"name an image that exists instead of {image}", $"set image {subject.Owner} {status.Text("name")}=IMAGE"),
        };
        if (subject.Owner?.StartsWith("deployment", StringComparison.Ordinal) == true)
        {
            remedies.Add(new Remedy("go back to the version before", subject.Command($"rollout undo {subject.Owner}")));
        }

        remedies.Add(new Remedy("if the registry wants a login, make a secret of type kubernetes.io/dockerconfigjson and name it in spec.imagePullSecrets"));
        return new Finding($"{title}: its image cannot be had ({reason})")
        {
            Details = [.. Lines(status.Text("state", "waiting", "message")), .. EventLine(events, "Failed")],
            Remedies = remedies,
        };
    }

    private static Finding Config(string title, JsonObject status, string reason, Subject subject, IReadOnlyList<JsonObject> events)
    {
        var message = status.Text("state", "waiting", "message") ?? "";
        return new Finding($"{title}: it cannot be made ({reason})")
        {
            Details = [.. Lines(message), .. message.Length == 0 ? EventLine(events, "Failed") : []],
            Remedies = Missing(message, subject) is { } remedy ? [remedy] : [new Remedy("see what the pod asks for", subject.Command($"describe pod {subject.Name}"))],
        };
    }

    /// <summary>The command that makes the configmap or secret a message misses.</summary>
    public static Remedy? Missing(string message, Subject subject)
    {
        foreach (var (kind, create) in ((string, string)[])[("configmap", "create configmap"), ("secret", "create secret generic")])
        {
            var at = message.IndexOf($"{kind} \"", StringComparison.Ordinal);
            if (at >= 0 && message.Contains("not found", StringComparison.Ordinal))
            {
                var name = message[(at + kind.Length + 2)..].Split('"')[0];
                return new Remedy($"make the {kind} {name}", subject.Command($"{create} {name} --from-literal=KEY=VALUE"));
            }
        }

        return null;
    }

    private static Finding Exit(string title, JsonObject status, Subject subject, IReadOnlyList<JsonObject> events, IReadOnlyDictionary<string, IReadOnlyList<string>> logs)
    {
        var ended = Ended(status)!;
        var (code, reason) = (ended.Number("exitCode") ?? 0, ended.Text("reason"));
        var name = status.Text("name") ?? "";
        var restarts = status.Number("restartCount") ?? 0;
        var what = IsCrashing(status) ? "crashes again and again" : status.At("state", "running") is not null ? "failed and was started again" : code == 0 ? "has ended" : "has failed";
        var details = new List<string> { string.Create(CultureInfo.InvariantCulture, $"last exit code {code}: {ExitCode.Meaning(code, reason)}{Limit(reason, name, subject)}") };
        if (restarts > 0)
        {
            details.Add(string.Create(CultureInfo.InvariantCulture, $"restarted {restarts} time{(restarts == 1 ? "" : "s")}{Ran(ended)}"));
        }

        details.AddRange(Lines(ended.Text("message")));
        details.AddRange(EventLine(events, "Unhealthy"));
        var happened = EventLine(events, IsCrashing(status) ? "BackOff" : "Failed");
        details.AddRange(happened.Count > 0 ? happened : Lines(status.Text("state", "waiting", "message")));
        if (logs.GetValueOrDefault(name) is { Count: > 0 } lines)
        {
            details.Add("its last lines:");
            details.AddRange(lines.Select(line => $"  | {line}"));
        }

        return new Finding($"{title} {what}") { Details = details, Remedies = ExitRemedies(code, reason, name, status, subject) };
    }

    private static List<Remedy> ExitRemedies(long code, string? reason, string name, JsonObject status, Subject subject)
    {
        var remedies = new List<Remedy>();
        if (reason == "OOMKilled" && Memory(name, subject) is { } limit && Kube.Api.Quantity.TryParse(limit, out var bytes))
        {
            var more = (bytes + bytes).ToString();
            remedies.Add(subject.Edit($"raise limits.memory of {name} from {limit} to {more}", $"set resources {subject.Owner} -c {name} --limits=memory={more}"));
        }
        else if (code is 126 or 127)
        {
            remedies.Add(subject.Edit($"correct the command of {name}", null));
        }
        else if (code == 0 && IsCrashing(status))
        {
            remedies.Add(new Remedy("a program that is meant to end belongs into a Job", "kctl create job NAME --image=IMAGE -- COMMAND"));
        }

        var previous = status.At("state", "terminated") is null ? " --previous" : "";
        remedies.Add(new Remedy("read its whole log", subject.Command($"logs {subject.Name} -c {name}{previous}")));
        return remedies;
    }

    private static Finding NotReady(string title, JsonObject status, Subject subject, IReadOnlyList<JsonObject> events)
    {
        var name = status.Text("name") ?? "";
        var failing = EventLine(events, "Unhealthy");
        var probe = subject.Spec.Objects("containers").FirstOrDefault(c => c.Text("name") == name).At("readinessProbe");
        var checks = ProbeText(probe);
        return new Finding($"{title} runs but is not ready{(checks is null ? "" : $": its readiness probe ({checks}) does not succeed")}")
        {
            Details = failing.Count > 0 ? failing : probe is null ? ["it has not started up yet"] : ["no probe has failed yet: it may still be waiting for its first one"],
            Remedies =
            [
                new Remedy("see what the program says", subject.Command($"logs {subject.Name} -c {name} --tail 20")),
                subject.Edit("or correct the probe", null),
            ],
        };
    }

    private static string? ProbeText(JsonNode? probe) => probe switch
    {
        null => null,
        _ when probe.At("httpGet") is { } http => $"GET {http.Text("path")} on port {http.Text("port")}",
        _ when probe.At("tcpSocket") is { } tcp => $"a connection to port {tcp.Text("port")}",
        _ when probe.At("grpc") is { } grpc => $"gRPC on port {grpc.Text("port")}",
        _ => string.Join(' ', probe.Texts("exec", "command")),
    };

    private static string Limit(string? reason, string container, Subject subject) => reason == "OOMKilled" && Memory(container, subject) is { } limit ? $" ({limit})" : "";

    private static string? Memory(string container, Subject subject) =>
        subject.Spec.Objects("containers").FirstOrDefault(c => c.Text("name") == container).Text("resources", "limits", "memory");

    private static string Ran(JsonNode ended) => ended.Time("startedAt") is { } start && ended.Time("finishedAt") is { } end && end >= start
        ? $"; the last run took {App.Durations.Age(end - start)}" : "";

    private static List<string> EventLine(IReadOnlyList<JsonObject> events, string reason) =>
        events.LastOrDefault(e => e.Text("reason") == reason) is { } found
            ? [$"event {reason}: {(found.Text("message") ?? "").Trim().ReplaceLineEndings(" ")}{Times(found)}"]
            : [];

    private static string Times(JsonObject e) => (e.Number("series", "count") ?? e.Number("count")) is > 1 and var count ? $" (x{count})" : "";

    private static List<string> Lines(string? text) => string.IsNullOrWhiteSpace(text) ? [] : [.. text.Trim().ReplaceLineEndings("\n").Split('\n')];
}
