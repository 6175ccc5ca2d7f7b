using Kctl.App;
using Kctl.Services;
using Kube.Machinery.Yaml;

namespace Kctl.Compose;

/// <summary>Reads a project's tree. All that is wrong is found, not only the first thing.</summary>
internal sealed class ProjectReader
{
    private static readonly string[] s_keys = ["name", "version", "services", "networks", "volumes", "configs", "secrets", "include"];

    private readonly ComposeFiles _files;
    private readonly Field _root;
    private readonly ComposeProject _project;
    private readonly SharedParts _shared;

    private ProjectReader(ComposeRequest request, Findings findings)
    {
        _files = ComposeFiles.Find(request, findings);
        var loader = new ComposeLoader(_files, request, findings);
        var tree = loader.Load();
        _root = new Field(tree, "", tree.Line, findings);
        _project = new ComposeProject { Name = NameOf(request), Findings = findings };
        _shared = new SharedParts(_root, _project, _files, loader.FolderOf);
    }

    /// <summary>The project. Findings say what is wrong with it; throws <see cref="CommandException"/> only where there is nothing to read.</summary>
    public static ComposeProject Read(ComposeRequest request)
    {
        var findings = new Findings();
        var reader = new ProjectReader(request, findings);
        reader.Read();
        return reader._project;
    }

    /// <summary>The project's name alone, for commands that need no more; the files need not be there where it is given.</summary>
    public static string ReadName(ComposeRequest request)
    {
        var findings = new Findings();
        return ComposeFiles.Find(request, findings) is { ProjectName: { Length: > 0 } name } ? ComposeFiles.Normalized(name) : new ProjectReader(request, findings)._project.Name;
    }

    private string NameOf(ComposeRequest request) =>
        ComposeFiles.Normalized(_files.ProjectName ?? _root["name"]?.Text() ?? Path.GetFileName(_files.Folder.TrimEnd('/')) ?? Path.GetFileName(request.Folder));

    private void Read()
    {
        _root.KnowsOnly(s_keys);
        _shared.Read();
        var services = new List<ComposeService>();
        foreach (var (name, field) in _root["services"]?.Map() ?? [])
        {
            services.Add(new ServiceReader(_shared, _project.Name, name, field).Read());
        }

        if (services.Count == 0)
        {
            _root.Error("there are no services");
        }

        var active = Active(services);
        _project.Services = Ordered(active, services);
        CheckNames(active);
        FinishWhatOthersAwait(active);
    }

    private List<ComposeService> Active(List<ComposeService> services) =>
        [.. services.Where(s => s.Profiles.Count == 0 || s.Profiles.Any(p => _files.Profiles.Contains(p) || _files.Profiles.Contains("*")))];

    private static List<ComposeService> Ordered(List<ComposeService> active, List<ComposeService> all)
    {
        var ordered = new List<ComposeService>();
        var open = new List<string>();
        void Visit(ComposeService service)
        {
            if (ordered.Contains(service))
            {
                return;
            }

            open.Add(service.Name);
            foreach (var dependency in service.DependsOn.ToList())
            {
                if (open.Contains(dependency.Service))
                {
                    dependency.At.Error($"services wait for each other: {string.Join(" -> ", open.SkipWhile(o => o != dependency.Service))} -> {dependency.Service}");
                    service.DependsOn.Remove(dependency);
                }
                else if (active.Find(s => s.Name == dependency.Service) is { } other)
                {
                    Visit(other);
                }
                else
                {
                    Missing(service, dependency, all);
                }
            }

            open.Remove(service.Name);
            ordered.Add(service);
        }

        active.ForEach(Visit);
        return ordered;
    }

    private static void Missing(ComposeService service, Dependency dependency, List<ComposeService> all)
    {
        service.DependsOn.Remove(dependency);
        if (all.Exists(s => s.Name == dependency.Service))
        {
            if (dependency.Required)
            {
                dependency.At.Error($"service \"{dependency.Service}\" is in a profile that is not on; add --profile {string.Join(" --profile ", all.Find(s => s.Name == dependency.Service)!.Profiles)}");
            }
        }
        else if (dependency.Required)
        {
            dependency.At.Error($"there is no service \"{dependency.Service}\"{Suggestion.Tail(dependency.Service, all.Select(s => s.Name))}");
        }
    }

    /// <summary>Names that differ in the file and are the same in the cluster.</summary>
    private static void CheckNames(List<ComposeService> services)
    {
        foreach (var same in services.GroupBy(s => s.Definition.Name).Where(g => g.Count() > 1))
        {
            same.Last().At.Error($"is called \"{same.Key}\" in the cluster, and so is \"{same.First().Name}\"");
        }

        // An alias several services have leads to one of them only; the name of a service is the service's.
        var taken = services.Select(s => s.Definition.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var service in services)
        {
            foreach (var alias in service.Definition.Aliases.Where(a => a != service.Definition.Name && !taken.Add(a)).ToList())
            {
                service.At.Leave($"the alias \"{alias}\" is another service's name already");
                service.Definition.Aliases.Remove(alias);
            }
        }
    }

    /// <summary>What another service waits for to complete must be able to.</summary>
    private static void FinishWhatOthersAwait(List<ComposeService> services)
    {
        foreach (var dependency in services.SelectMany(s => s.DependsOn).Where(d => d.Condition == DependencyCondition.Completed))
        {
            var awaited = services.Find(s => s.Name == dependency.Service);
            if (awaited?.Definition.Restart == RestartRule.Always)
            {
                if (awaited.RestartIsGiven)
                {
                    dependency.At.Error($"waits for \"{awaited.Name}\" to complete, which is restarted always");
                }

                awaited.Definition.Restart = RestartRule.Never;
            }
        }
    }
}
