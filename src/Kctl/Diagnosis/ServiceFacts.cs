using System.Text.Json.Nodes;
using Kctl.Api;

namespace Kctl.Diagnosis;

/// <summary>What the API server knows of a Service and of what stands behind it.</summary>
internal sealed record ServiceFacts(JsonObject Service)
{
    /// <summary>All pods of its namespace.</summary>
    public IReadOnlyList<JsonObject> Pods { get; init; } = [];

    /// <summary>Its endpoint slices.</summary>
    public IReadOnlyList<JsonObject> Slices { get; init; } = [];

    /// <summary>The lease of the controllers that keep endpoint slices.</summary>
    public JsonObject? ControllerLease { get; init; }

    /// <summary>What a command needs to find the namespace.</summary>
    public string Flags { get; init; } = "";

    /// <summary>The time.</summary>
    public DateTimeOffset Now { get; init; }

    public string Name => Service.Name();

    public IReadOnlyDictionary<string, string> Selector => Service.Map("spec", "selector");

    public IReadOnlyList<JsonObject> Ports => Service.Objects("spec", "ports");

    public bool IsHeadless => Service.Text("spec", "clusterIP") is null or "None" or "";

    /// <summary>The pods the selector means, those on their way out and those that have ended aside.</summary>
    public IReadOnlyList<JsonObject> Selected =>
    [
        .. Pods.Where(pod => Selector.Count > 0 && Matches(pod) && pod.Text("metadata", "deletionTimestamp") is null && pod.Text("status", "phase") is not ("Succeeded" or "Failed")),
    ];

    public IReadOnlyList<JsonObject> Ready => [.. Selected.Where(PodReasons.IsReady)];

    /// <summary>The addresses in the slices that take connections.</summary>
    public IReadOnlyList<string> ReadyAddresses =>
    [
        .. Slices.SelectMany(slice => slice.Objects("endpoints"))
            .Where(endpoint => endpoint.At("conditions", "ready") is null || endpoint.Flag("conditions", "ready"))
            .SelectMany(endpoint => endpoint.Texts("addresses")),
    ];

    /// <summary>A command about the Service.</summary>
    public string Command(string words) => $"kctl {words}{Flags}";

    private bool Matches(JsonObject pod)
    {
        var labels = pod.Map("metadata", "labels");
        return Selector.All(pair => labels.TryGetValue(pair.Key, out var value) && value == pair.Value);
    }
}
