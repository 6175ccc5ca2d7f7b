using Kctl.App;
using Kube.Machinery.Yaml;

namespace Kctl.Compose;

/// <summary>Reads the files of a project into one tree: variables replaced, <c>extends</c> and <c>include</c> followed, overrides laid over.</summary>
internal sealed class ComposeLoader(ComposeFiles files, ComposeRequest request, Findings findings)
{
    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);
    private readonly Interpolation _interpolation = new(files.Variable, findings);

    /// <summary>The whole project. Throws <see cref="CommandException"/> where a file cannot be read at all.</summary>
    public YamlTree Load()
    {
        if (files.Paths.Count == 0)
        {
            throw new CommandException($"no compose file in {request.Folder} or above it: compose.yaml, compose.yml, docker-compose.yml or docker-compose.yaml; or name one with -f FILE");
        }

        return Load(files.Paths, files.Folder, []);
    }

    /// <summary>Where the relative paths of a value begin: in an extended or included file, at that file.</summary>
    public string FolderOf(YamlTree tree) => _folders.GetValueOrDefault(tree.Source, files.Folder);

    private YamlTree Load(IReadOnlyList<string> paths, string folder, IReadOnlyList<string> including)
    {
        YamlTree? whole = null;
        foreach (var path in paths)
        {
            var tree = Extended(Included(Read(path, folder), including.Append(path).ToList()));
            whole = whole is null ? tree : ComposeMerge.Merge(whole, tree);
        }

        return ComposeMerge.Cleaned(whole!);
    }

    private YamlTree Read(string path, string folder)
    {
        var source = path == "-" ? "STDIN" : Shown(path);
        _folders.TryAdd(source, folder);
        try
        {
            var tree = YamlTree.Read(Text(path), source) ?? throw new CommandException($"{source}:1: the file is empty");
            return tree.Shape == YamlShape.Mapping ? _interpolation.Replace(tree) : throw new CommandException($"{source}:{tree.Line}: the file must be a map of services, networks and so on");
        }
        catch (YamlJsonException e)
        {
            throw new CommandException(e.Message, e);
        }
    }

    private string Text(string path)
    {
        if (path == "-")
        {
            using var reader = new StreamReader(request.OpenInput());
            return reader.ReadToEnd();
        }

        return File.Exists(path) ? File.ReadAllText(path) : throw new CommandException($"the compose file \"{Shown(path)}\" does not exist");
    }

    private string Shown(string path)
    {
        var relative = Path.GetRelativePath(request.Folder, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    private YamlTree Included(YamlTree tree, List<string> including)
    {
        var included = (YamlTree?)null;
        foreach (var item in tree["include"] is { } list ? list.Shape == YamlShape.Sequence ? list.Items : [list] : [])
        {
            var names = item.Shape == YamlShape.Mapping ? item["path"] : item;
            var paths = (names?.Shape == YamlShape.Sequence ? names.Items.Select(i => i.Text) : [names?.Text ?? ""]).Select(p => Path.GetFullPath(p, FolderOf(tree))).ToList();
            if (paths.Exists(p => including.Contains(p) || !File.Exists(p)))
            {
                findings.Error(new Finding(item.Source, item.Line, "include", $"\"{names?.Text}\" {(paths.Exists(including.Contains) ? "includes itself" : "does not exist")}"));
                continue;
            }

            var folder = item["project_directory"] is { } own ? Path.GetFullPath(own.Text, FolderOf(tree)) : Path.GetDirectoryName(paths[0])!;
            var loaded = Load(paths, folder, including);
            included = included is null ? loaded : ComposeMerge.Merge(included, loaded);
        }

        return included is null ? tree : ComposeMerge.Merge(included with { Entries = [.. included.Entries.Where(e => e.Key != "name")] }, tree);
    }

    private YamlTree Extended(YamlTree tree)
    {
        if (tree["services"] is not { Shape: YamlShape.Mapping } services)
        {
            return tree;
        }

        var extended = services with { Entries = [.. services.Entries.Select(e => e with { Value = Extended(e.Key, e.Value, services, []) })] };
        return tree with { Entries = [.. tree.Entries.Select(e => e.Key == "services" ? e with { Value = extended } : e)] };
    }

    private YamlTree Extended(string name, YamlTree service, YamlTree services, IReadOnlyList<string> chain)
    {
        if (service["extends"] is not { IsNull: false } extends)
        {
            return service;
        }

        var own = service with { Entries = [.. service.Entries.Where(e => e.Key != "extends")] };
        var (baseName, file) = extends.Shape == YamlShape.Mapping ? (extends["service"]?.Text ?? "", extends["file"]?.Text) : (extends.Text, null);
        var path = file is null ? null : Path.GetFullPath(file, FolderOf(extends));
        var step = $"{path ?? services.Source}:{baseName}";
        var problem = chain.Contains(step) || (path is null && baseName == name) ? "extends itself"
            : path is not null && !File.Exists(path) ? $"extends from \"{file}\", which does not exist" : null;
        var others = problem is not null ? null : path is null ? services : Read(path, Path.GetDirectoryName(path)!)["services"];
        if (others?[baseName] is not { } found)
        {
            findings.Error(new Finding(extends.Source, extends.Line, $"services.{name}.extends", problem ?? $"there is no service \"{baseName}\"{Suggestion.Tail(baseName, others?.Entries.Select(e => e.Key) ?? [])}"));
            return own;
        }

        return ComposeMerge.Merge(Extended(baseName, found, others, [.. chain, step]), own);
    }
}
