using System.Text.Json.Nodes;
using Kctl.Api;

namespace Kctl.Describe;

/// <summary>Containers and volumes, of pods and of templates.</summary>
internal static class PodTemplateText
{
    /// <summary>A template with its labels.</summary>
    public static void Write(DescribeWriter writer, int level, JsonObject template)
    {
        writer.Map(level, "Labels", template.Map("metadata", "labels"));
        if (template.Map("metadata", "annotations") is { Count: > 0 } annotations)
        {
            writer.Map(level, "Annotations", annotations, ": ");
        }

        var spec = template.At("spec");
        writer.Optional(level, "Service Account", spec.Text("serviceAccountName"));
        Containers(writer, level, "Init Containers", spec.Objects("initContainers"), []);
        Containers(writer, level, "Containers", spec.Objects("containers"), []);
        Volumes(writer, level, spec);
        writer.Flush();
    }

    /// <summary>Containers, with the state of each where there is one.</summary>
    public static void Containers(DescribeWriter writer, int level, string title, IReadOnlyList<JsonObject> containers, IReadOnlyList<JsonObject> statuses)
    {
        if (containers.Count == 0)
        {
            return;
        }

        writer.Line(level, title + ":");
        foreach (var container in containers)
        {
            writer.Line(level + 1, container.Text("name") + ":");
            var status = statuses.FirstOrDefault(s => s.Text("name") == container.Text("name"));
            writer.Optional(level + 2, "Container ID", status.Text("containerID"));
            writer.Field(level + 2, "Image", container.Text("image"));
            writer.Optional(level + 2, "Image ID", status.Text("imageID"));
            var ports = container.Objects("ports");
            writer.Field(level + 2, ports.Count > 1 ? "Ports" : "Port", string.Join(", ", ports.Select(p => $"{p.Text("containerPort")}/{p.Text("protocol") ?? "TCP"}")));
            writer.Optional(level + 2, "Command", string.Join(' ', container.Texts("command")));
            writer.Optional(level + 2, "Args", string.Join(' ', container.Texts("args")));
            if (status is not null)
            {
                State(writer, level + 2, "State", status.At("state"));
                if (status.At("lastState") is JsonObject { Count: > 0 } last)
                {
                    State(writer, level + 2, "Last State", last);
                }

                writer.Field(level + 2, "Ready", status.Flag("ready") ? "True" : "False");
                writer.Field(level + 2, "Restart Count", status.Text("restartCount"));
            }

            foreach (var kind in (ReadOnlySpan<string>)["limits", "requests"])
            {
                if (container.Map("resources", kind) is { Count: > 0 } amounts)
                {
                    writer.Map(level + 2, kind == "limits" ? "Limits" : "Requests", amounts, ": ");
                }
            }

            foreach (var (field, name) in (ReadOnlySpan<(string, string)>)[("livenessProbe", "Liveness"), ("readinessProbe", "Readiness"), ("startupProbe", "Startup")])
            {
                writer.Optional(level + 2, name, Probe(container.At(field)));
            }

            Environment(writer, level + 2, container);
            writer.Map(level + 2, "Mounts", container.Objects("volumeMounts").Select(m => KeyValuePair.Create($"{m.Text("mountPath")} from {m.Text("name")}", m.Flag("readOnly") ? "(ro)" : "(rw)")), " ");
            writer.Flush();
        }
    }

    /// <summary>Volumes with their sources.</summary>
    public static void Volumes(DescribeWriter writer, int level, JsonNode? spec)
    {
        var volumes = spec.Objects("volumes");
        if (volumes.Count == 0)
        {
            writer.Field(level, "Volumes", null);
            return;
        }

        writer.Line(level, "Volumes:");
        foreach (var volume in volumes)
        {
            writer.Line(level + 1, volume.Text("name") + ":");
            var source = volume.FirstOrDefault(f => f.Key != "name");
            writer.Field(level + 2, "Type", source.Key is null ? null : GenericText.Words(source.Key));
            foreach (var (name, value) in (source.Value as JsonObject ?? []).Where(f => f.Value is JsonValue))
            {
                writer.Field(level + 2, GenericText.Words(name), value.Text());
            }

            writer.Flush();
        }
    }

    private static void State(DescribeWriter writer, int level, string title, JsonNode? state)
    {
        var (kind, detail) = state is JsonObject { Count: > 0 } obj ? (obj.First().Key, obj.First().Value) : ("waiting", null);
        writer.Field(level, title, char.ToUpperInvariant(kind[0]) + kind[1..]);
        writer.Optional(level, "  Reason", detail.Text("reason"));
        writer.Optional(level, "  Message", detail.Text("message")?.ReplaceLineEndings(" "));
        writer.Optional(level, "  Exit Code", detail.Text("exitCode"));
        writer.Optional(level, "  Started", DescribeContext.Time(detail, "startedAt"));
        writer.Optional(level, "  Finished", DescribeContext.Time(detail, "finishedAt"));
    }

    private static void Environment(DescribeWriter writer, int level, JsonObject container)
    {
        var from = container.Objects("envFrom").Select(e => e.At("configMapRef") is { } map ? ($"{map.Text("name")}", "ConfigMap") : ($"{e.Text("secretRef", "name")}", "Secret")).ToList();
        if (from.Count > 0)
        {
            writer.Map(level, "Environment Variables from", from.Select(f => KeyValuePair.Create(f.Item1, f.Item2)), "  ");
        }

        writer.Map(level, "Environment", container.Objects("env").Select(e => KeyValuePair.Create(e.Text("name") ?? "", e.Text("value") ?? Source(e.At("valueFrom")))), ": ");
    }

    private static string Source(JsonNode? from) =>
        from.At("fieldRef") is { } field ? $"({field.Text("fieldPath")})"
        : from.At("configMapKeyRef") is { } map ? $"<set to the key '{map.Text("key")}' of config map '{map.Text("name")}'>"
        : from.At("secretKeyRef") is { } secret ? $"<set to the key '{secret.Text("key")}' in secret '{secret.Text("name")}'>"
        : from.At("resourceFieldRef") is { } resource ? $"({resource.Text("resource")})"
        : "";

    private static string? Probe(JsonNode? probe)
    {
        if (probe is null)
        {
            return null;
        }

        var how = probe.At("httpGet") is { } http ? $"http-get {(http.Text("scheme") ?? "HTTP").ToLowerInvariant()}://{http.Text("host")}:{http.Text("port")}{http.Text("path")}"
            : probe.At("tcpSocket") is { } tcp ? $"tcp-socket {tcp.Text("host")}:{tcp.Text("port")}"
            : probe.At("grpc") is { } grpc ? $"grpc <pod>:{grpc.Text("port")}"
            : $"exec [{string.Join(' ', probe.Texts("exec", "command"))}]";
        return $"{how} delay={probe.Number("initialDelaySeconds") ?? 0}s timeout={probe.Number("timeoutSeconds") ?? 1}s period={probe.Number("periodSeconds") ?? 10}s #success={probe.Number("successThreshold") ?? 1} #failure={probe.Number("failureThreshold") ?? 3}";
    }
}
