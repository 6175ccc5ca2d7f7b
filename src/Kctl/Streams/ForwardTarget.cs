using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;

namespace Kctl.Streams;

/// <summary>What ports are forwarded to: a pod, or whichever pod of a workload or Service is the most alive at the time.</summary>
internal sealed class ForwardTarget(Session session, string word)
{
    private readonly PodChoice _choice = new(session);

    /// <summary>What the user typed.</summary>
    public string Word => word;

    /// <summary>Whether another pod is waited for when the one is lost; so it is for what has many.</summary>
    public bool IsPatient { get; init; } = word.Contains('/') && word.Split('/')[0] is not ("pod" or "pods" or "po");

    /// <summary>The pod to forward to now, and what the ports of the mappings are in it.</summary>
    public async Task<ForwardedPod> ResolveAsync(IReadOnlyList<PortMapping> mappings, CancellationToken ct)
    {
        var obj = await _choice.ObjectAsync(word, "forward ports to", ct);
        var pod = await _choice.PodOfAsync(obj, ct);
        if (pod.Text("status", "phase") is var phase && phase != "Running")
        {
            throw new CommandException($"unable to forward port because pod is not running. Current status={phase}");
        }

        return new ForwardedPod(pod, [.. mappings.Select(m => Translate(obj, pod, m))]);
    }

    /// <summary>A Service's port becomes that of its pod; a name becomes its number. Pure.</summary>
    public static ForwardedPort Translate(JsonObject obj, JsonObject pod, PortMapping mapping)
    {
        var remote = obj.Text("kind") == "Service" ? OfService(obj, pod, mapping.Remote) : PortMapping.Number(mapping.Remote) ?? OfPod(pod, mapping.Remote);
        if (remote < 1)
        {
            throw new CommandException($"remote port must be > 0: {mapping.Remote}");
        }

        return new ForwardedPort(mapping.Local < 0 ? remote : mapping.Local, remote);
    }

    private static int OfService(JsonObject service, JsonObject pod, string wanted)
    {
        var number = PortMapping.Number(wanted);
        var port = service.Objects("spec", "ports").FirstOrDefault(p => number is null ? p.Text("name") == wanted : p.Number("port") == number);
        if (port is null)
        {
            return service.Text("spec", "clusterIP") == "None" && number is { } direct ? direct
                : throw new CommandException($"Service {service.Name()} does not have a {(number is null ? "named port '" + wanted + "'" : "service port " + wanted)}; it has: {string.Join(", ", service.Objects("spec", "ports").Select(p => p.Text("port")))}");
        }

        return port.Number("targetPort") is { } target ? (int)target
            : port.Text("targetPort") is { Length: > 0 } name ? OfPod(pod, name)
            : (int)(port.Number("port") ?? 0);
    }

    private static int OfPod(JsonObject pod, string name) =>
        (int)(pod.Objects("spec", "containers").SelectMany(c => c.Objects("ports")).FirstOrDefault(p => p.Text("name") == name).Number("containerPort")
            ?? throw new CommandException($"Pod '{pod.Name()}' does not have a named port '{name}'"));
}

/// <summary>A pod and the ports in it.</summary>
internal sealed record ForwardedPod(JsonObject Pod, IReadOnlyList<ForwardedPort> Ports);
