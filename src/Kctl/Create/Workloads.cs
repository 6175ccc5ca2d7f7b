using System.Text.Json.Nodes;

namespace Kctl.Create;

/// <summary>A container as run and create know it.</summary>
internal sealed record ContainerSpec(string Name, string Image)
{
    public int? Port { get; init; }

    /// <summary>Ready is who accepts connections on the port: without it a pod gets requests from the moment its process starts, before it listens.</summary>
    public bool ReadyWhenListening { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Env { get; init; } = [];

    public IReadOnlyList<string> Command { get; init; } = [];

    public IReadOnlyList<string> Args { get; init; } = [];

    public string? PullPolicy { get; init; }
}

/// <summary>Builds the objects that run and create make. Pure.</summary>
internal static class Workloads
{
    /// <summary>A Deployment whose pods carry the labels.</summary>
    public static JsonObject Deployment(string name, int replicas, Dictionary<string, string> labels, IEnumerable<ContainerSpec> containers) => new()
    {
        ["apiVersion"] = "apps/v1",
        ["kind"] = "Deployment",
        ["metadata"] = new JsonObject { ["name"] = name, ["labels"] = Map(labels) },
        ["spec"] = new JsonObject
        {
            ["replicas"] = replicas,
            ["selector"] = new JsonObject { ["matchLabels"] = Map(labels) },
            ["template"] = new JsonObject
            {
                ["metadata"] = new JsonObject { ["labels"] = Map(labels) },
                ["spec"] = new JsonObject { ["containers"] = Containers(containers) },
            },
        },
    };

    /// <summary>A pod of its own.</summary>
    public static JsonObject Pod(string name, string restartPolicy, Dictionary<string, string> labels, ContainerSpec container) => new()
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Pod",
        ["metadata"] = new JsonObject { ["name"] = name, ["labels"] = Map(labels) },
        ["spec"] = new JsonObject { ["containers"] = Containers([container]), ["restartPolicy"] = restartPolicy },
    };

    /// <summary>A map as JSON.</summary>
    public static JsonObject Map(IEnumerable<KeyValuePair<string, string>> entries) => new(entries.Select(e => KeyValuePair.Create(e.Key, (JsonNode?)JsonValue.Create(e.Value))));

    private static JsonArray Containers(IEnumerable<ContainerSpec> containers) => new([.. containers.Select(Container)]);

    private static JsonNode Container(ContainerSpec spec)
    {
        var container = new JsonObject { ["name"] = spec.Name, ["image"] = spec.Image };
        if (spec.PullPolicy is not null)
        {
            container["imagePullPolicy"] = spec.PullPolicy;
        }

        if (spec.Port is { } port)
        {
            container["ports"] = new JsonArray(new JsonObject { ["containerPort"] = port });
            if (spec.ReadyWhenListening)
            {
                container["readinessProbe"] = new JsonObject { ["tcpSocket"] = new JsonObject { ["port"] = port }, ["periodSeconds"] = 1 };
            }
        }

        if (spec.Env.Count > 0)
        {
            container["env"] = new JsonArray([.. spec.Env.Select(e => (JsonNode)new JsonObject { ["name"] = e.Key, ["value"] = e.Value })]);
        }

        AddWords(container, "command", spec.Command);
        AddWords(container, "args", spec.Args);
        return container;
    }

    private static void AddWords(JsonObject container, string field, IReadOnlyList<string> words)
    {
        if (words.Count > 0)
        {
            container[field] = new JsonArray([.. words.Select(w => (JsonNode)JsonValue.Create(w))]);
        }
    }
}
