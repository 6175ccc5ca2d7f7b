using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Manifests;
using Kctl.Services;

namespace Kctl.Compose;

/// <summary>
/// Makes the cluster look like the project. Names come first, so that every service finds the others from its first moment; then the services in the order
/// of their dependencies, each as soon as what it waits for has come true; last, what is no longer in the file goes.
/// </summary>
internal sealed class UpCommand(Session session, ComposeProject project)
{
    private readonly ProjectObjects _objects = new(session, project.Name);

    public IReadOnlyList<string> Only { get; init; } = [];

    public DryRun DryRun { get; init; }

    public bool Wait { get; init; }

    public bool Recreate { get; init; }

    public TimeSpan Timeout { get; init; }

    public async Task RunAsync(CancellationToken ct)
    {
        var services = Chosen();
        var shared = ComposeProject.DistinctByName([.. project.Files, .. services.SelectMany(s => s.Objects.Where(o => !ComposeService.IsWorkload(o)))]).ToList();
        await RefuseOthersAsync([.. shared, .. services.SelectMany(s => s.Workloads)], ct);
        foreach (var service in services)
        {
            await PublishedElsewhere.RefuseAsync(session, service.Definition.Name, service.Definition.Ports.Where(p => !p.OnHost), ct);
        }

        var apply = new ProjectApply(session, _objects, DryRun) { Recreate = Recreate };
        foreach (var obj in shared)
        {
            await apply.ApplyAsync(obj, ct);
        }

        using var timer = new CancellationTokenSource(Timeout > TimeSpan.Zero ? Timeout : System.Threading.Timeout.InfiniteTimeSpan, session.Terminal.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, timer.Token);
        try
        {
            await StartAsync(services, apply, both.Token);
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new CommandException($"timed out waiting; what was begun goes on, see 'kctl compose -p {project.Name} ps'");
        }
    }

    private async Task StartAsync(IReadOnlyList<ComposeService> services, ProjectApply apply, CancellationToken ct)
    {
        var waiting = new ServiceWait(session, _objects);
        foreach (var service in services)
        {
            foreach (var dependency in service.DependsOn.Where(_ => DryRun == DryRun.None))
            {
                await waiting.ForAsync(project.Services.First(s => s.Name == dependency.Service), dependency.Condition, dependency.Required, ct);
            }

            foreach (var workload in service.Workloads)
            {
                await apply.ApplyAsync(workload, ct);
            }
        }

        if (Only.Count == 0)
        {
            await PruneAsync(ct);
        }

        foreach (var service in services.Where(_ => Wait && DryRun == DryRun.None))
        {
            // What ends by itself has done its part when it has started.
            await waiting.ForAsync(service, service.Definition.Restart == RestartRule.Always ? DependencyCondition.Healthy : DependencyCondition.Started, required: true, ct);
        }
    }

    private IReadOnlyList<ComposeService> Chosen()
    {
        if (Only.Count == 0)
        {
            return project.Services;
        }

        var chosen = new HashSet<string>(StringComparer.Ordinal);
        void Take(string name)
        {
            var service = project.Services.FirstOrDefault(s => s.Name == name) ?? throw new CommandException($"no such service: {name}{Suggestion.Tail(name, project.Services.Select(s => s.Name))}");
            if (chosen.Add(name))
            {
                service.DependsOn.ForEach(d => Take(d.Service));
            }
        }

        foreach (var name in Only)
        {
            Take(name);
        }

        return [.. project.Services.Where(s => chosen.Contains(s.Name))];
    }

    /// <summary>Projects share the names of their namespace: what belongs to another is not touched.</summary>
    private async Task RefuseOthersAsync(IReadOnlyList<JsonObject> objects, CancellationToken ct)
    {
        var taken = new List<string>();
        foreach (var obj in objects)
        {
            if (await _objects.CurrentAsync(obj, ct) is { } current && current.Text("metadata", "labels", ComposeProject.ProjectLabel) is var owner && owner != project.Name)
            {
                taken.Add($"{Printing.ObjectPrinter.NameOf(obj)} ({(owner is null ? "of no project" : $"of project {owner}")})");
            }
        }

        if (taken.Count > 0)
        {
            throw new CommandException($"namespace \"{session.Namespace}\" has objects of these names that are not of project {project.Name}: {string.Join(", ", taken)}; use a namespace of its own: kctl create namespace {project.Name}, then kctl -n {project.Name} compose ...");
        }
    }

    private async Task PruneAsync(CancellationToken ct)
    {
        var wanted = project.Objects.Select(o => (o.Text("kind"), o.Name())).ToHashSet();
        var gone = (await _objects.AllAsync(ct)).Where(o => !wanted.Contains((o.Type.Kind, o.Object.Name()))).ToList();
        await _objects.DeleteAsync(gone, DryRun, ct);
    }
}

/// <summary>Applies one object after the other; what cannot be changed in place is made anew.</summary>
internal sealed class ProjectApply(Session session, ProjectObjects objects, DryRun dryRun)
{
    private readonly Report _report = new(session, null, dryRun);

    public bool Recreate { get; init; }

    public async Task ApplyAsync(JsonObject obj, CancellationToken ct)
    {
        var manifest = new Manifest((JsonObject)obj.DeepClone(), "compose", 1, 1);
        if (await objects.CurrentAsync(obj, ct) is { } current && MustBeMadeAnew(obj, current))
        {
            await objects.DeleteAsync([(await manifest.TypeAsync(session, ct), obj)], dryRun, ct, grace: obj.Text("kind") == "Pod" ? 1 : null);
            if (dryRun != DryRun.None)
            {
                return;
            }
        }

        await new ApplyCommand(session, dryRun, _report) { Validation = "Strict" }.ClientSideAsync(manifest, ct);
    }

    /// <summary>A pod that has ended or is to be another one; a name without an address that is to have one, and the other way round.</summary>
    private bool MustBeMadeAnew(JsonObject wanted, JsonObject current) => wanted.Text("kind") switch
    {
        "Pod" => Recreate || current.Text("status", "phase") is "Succeeded" or "Failed" || !JsonNode.DeepEquals(LastApplied.Read(current)?["spec"], wanted["spec"]),
        "Service" => (wanted.Text("spec", "clusterIP") == "None") != (current.Text("spec", "clusterIP") == "None"),
        "Deployment" => Recreate,
        _ => false,
    };
}
