using System.Text.Json.Nodes;
using Kctl.Services;

namespace Kctl.Compose;

/// <summary>A project of a compose file, read and understood.</summary>
internal sealed class ComposeProject
{
    /// <summary>The label with the project's name, on every object.</summary>
    public const string ProjectLabel = "compose.kube.local/project";

    /// <summary>The label with the service's name, on what belongs to one.</summary>
    public const string ServiceLabel = "compose.kube.local/service";

    public required string Name { get; init; }

    /// <summary>The services whose profiles are on, each after those it depends on.</summary>
    public IReadOnlyList<ComposeService> Services { get; set; } = [];

    /// <summary>ConfigMaps and Secrets made of the file's configs and secrets.</summary>
    public List<JsonObject> Files { get; } = [];

    public required Findings Findings { get; init; }

    /// <summary>The objects all services share, then those of each service.</summary>
    public IEnumerable<JsonObject> Objects => DistinctByName([.. Files, .. Services.SelectMany(s => s.Objects)]);

    /// <summary>Networks are shared by services: the same object once.</summary>
    public static IEnumerable<JsonObject> DistinctByName(IEnumerable<JsonObject> objects) => objects.DistinctBy(o => (o["kind"]!.GetValue<string>(), o["metadata"]!["name"]!.GetValue<string>()));
}

/// <summary>One service of a project.</summary>
internal sealed class ComposeService
{
    public required string Name { get; init; }

    /// <summary>Where it stands in the file.</summary>
    public required Field At { get; init; }

    public required ServiceDefinition Definition { get; init; }

    public List<Dependency> DependsOn { get; } = [];

    public IReadOnlyList<string> Profiles { get; set; } = [];

    /// <summary>True where the file says when it is to be restarted.</summary>
    public bool RestartIsGiven { get; set; }

    public IReadOnlyList<JsonObject> Objects => ServiceObjects.Of(Definition);

    /// <summary>The Deployment, or the pods.</summary>
    public IEnumerable<JsonObject> Workloads => Objects.Where(IsWorkload);

    public static bool IsWorkload(JsonObject obj) => obj["kind"]!.GetValue<string>() is "Deployment" or "Pod";
}

/// <summary>What must have become of another service before one starts.</summary>
internal enum DependencyCondition
{
    Started,
    Healthy,
    Completed,
}

/// <summary>A service that must come before.</summary>
internal sealed record Dependency(string Service, DependencyCondition Condition, bool Required, Field At);
