using Kctl.Services;
using Kube.Machinery.Yaml;

namespace Kctl.Compose;

/// <summary><c>deploy</c>.</summary>
internal static class DeployKeys
{
    public static void Read(ComposeService service, Field field)
    {
        field.KnowsOnly("mode", "replicas", "resources", "update_config", "rollback_config", "restart_policy", "labels", "placement", "endpoint_mode");
        var definition = service.Definition;
        definition.Replicas = field["replicas"]?.Number() ?? definition.Replicas;
        if (definition.Replicas < 0)
        {
            field["replicas"]!.Error("must not be negative");
        }

        foreach (var (key, value, _) in field["labels"]?.Pairs() ?? [])
        {
            definition.Annotations[key] = value ?? "";
        }

        field["rollback_config"]?.Leave("a rollback goes the same way as an update");
        if (field["endpoint_mode"] is { } mode && mode.Text() != "vip")
        {
            mode.Leave("services have an address of their own");
        }

        Mode(service, field["mode"]);
        Resources(definition, field["resources"]);
        Update(definition, field["update_config"]);
        Restart(service, field["restart_policy"]);
        Placement(definition, field["placement"]);
    }

    private static void Mode(ComposeService service, Field? field)
    {
        switch (field?.Text())
        {
            case null or "" or "replicated":
                break;
            case "replicated-job":
                service.Definition.Restart = RestartRule.OnFailure;
                break;
            case "global" or "global-job":
                field.Leave("one pod for each node needs DaemonSets, which nothing runs yet; deploy.replicas says how many there are");
                break;
            default:
                field.Error("must be replicated, global, replicated-job or global-job");
                break;
        }
    }

    private static void Resources(ServiceDefinition service, Field? field)
    {
        field?.KnowsOnly("limits", "reservations");
        service.Limits = Amounts(field?["limits"], service.Limits);
        service.Reservations = Amounts(field?["reservations"], service.Reservations);
    }

    private static ResourceAmounts Amounts(Field? field, ResourceAmounts before)
    {
        field?.KnowsOnly("cpus", "memory", "pids", "devices", "generic_resources");
        foreach (var key in (string[])["pids", "devices", "generic_resources"])
        {
            field?[key]?.Leave("pods have amounts of CPU and memory only");
        }

        return new ResourceAmounts(field?["cpus"]?.Cpus() ?? before.Cpu, field?["memory"]?.Memory() ?? before.Memory);
    }

    private static void Update(ServiceDefinition service, Field? field)
    {
        if (field is null)
        {
            return;
        }

        field.KnowsOnly("parallelism", "delay", "order", "failure_action", "monitor", "max_failure_ratio");
        foreach (var key in (string[])["failure_action", "monitor", "max_failure_ratio"])
        {
            field[key]?.Leave("an update that does not get on stops where it is; 'kctl rollout undo' goes back");
        }

        if (field["order"] is { } order && order.Text() is not ("stop-first" or "start-first"))
        {
            order.Error("must be stop-first or start-first");
        }

        service.Update = new UpdateRule
        {
            Parallelism = field["parallelism"]?.Number() ?? 1,
            Delay = field["delay"]?.Duration() ?? TimeSpan.Zero,
            StartFirst = field["order"]?.Text() == "start-first",
        };
    }

    private static void Restart(ComposeService service, Field? field)
    {
        if (field is null)
        {
            return;
        }

        field.KnowsOnly("condition", "delay", "max_attempts", "window");
        foreach (var key in (string[])["delay", "max_attempts", "window"])
        {
            field[key]?.Leave("restarts are not limited; the time between them grows instead");
        }

        if (field["condition"] is not { } condition)
        {
            return;
        }

        service.RestartIsGiven = true;
        switch (condition.Text())
        {
            case "any":
                service.Definition.Restart = RestartRule.Always;
                break;
            case "on-failure":
                service.Definition.Restart = RestartRule.OnFailure;
                break;
            case "none":
                service.Definition.Restart = RestartRule.Never;
                break;
            default:
                condition.Error("must be none, on-failure or any");
                break;
        }
    }

    private static void Placement(ServiceDefinition service, Field? field)
    {
        field?.KnowsOnly("constraints", "preferences", "max_replicas_per_node");
        field?["max_replicas_per_node"]?.Leave("pods may share a node");
        foreach (var item in field?["constraints"]?.Items() ?? [])
        {
            if (service.Placement.With(item.Text()) is { } placement)
            {
                service.Placement = placement;
            }
            else
            {
                item.Leave($"\"{item.Text()}\" is no rule about node.labels, node.hostname, node.role or node.platform");
            }
        }

        foreach (var item in field?["preferences"]?.Items() ?? [])
        {
            if (item["spread"] is { } spread && spread.Tree.Shape == YamlShape.Scalar && service.Placement.WithSpread(spread.Text()) is { } placement)
            {
                service.Placement = placement;
            }
            else
            {
                item.Leave("only spread: node.labels.KEY has a counterpart");
            }
        }
    }
}
