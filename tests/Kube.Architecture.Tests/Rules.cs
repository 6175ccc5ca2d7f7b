using System.Text.RegularExpressions;

namespace Kube.Architecture.Tests;

/// <summary>The rules of the house as pure functions: files in, complaints out. Every rule is tried on a made-up offender in <see cref="RulesTests"/>.</summary>
public static partial class Rules
{
    /// <summary>A longer file has more than one reason to change.</summary>
    public const int LongestFile = 500;

    /// <summary>The direction of dependencies: what each project may reference. A project that is not here may not exist.</summary>
    private static readonly Dictionary<string, string[]> s_mayReference = new()
    {
        ["Kube.Api"] = [],
        ["Kube.Machinery"] = ["Kube.Api"],
        ["Kube.Api.Resources"] = ["Kube.Machinery", "Kube.Api"],
        ["Kube.Etcd"] = [],
        ["Kube.Storage"] = ["Kube.Etcd", "Kube.Machinery", "Kube.Api"],
        ["Kube.Client"] = ["Kube.Machinery", "Kube.Api"],
        ["Kube.Hosting"] = [],
        ["Kube.ApiServer"] = ["Kube.Api.Resources", "Kube.Storage", "Kube.Hosting", "Kube.Machinery", "Kube.Api"],
        ["Kube.Scheduler"] = ["Kube.Client", "Kube.Hosting", "Kube.Machinery", "Kube.Api"],
        ["Kube.Controllers"] = ["Kube.Client", "Kube.Hosting", "Kube.Machinery", "Kube.Api"],
        ["Kube.Kubelet"] = ["Kube.Client", "Kube.Hosting", "Kube.Machinery", "Kube.Api"],
        ["Kube.Proxy"] = ["Kube.Client", "Kube.Hosting", "Kube.Machinery", "Kube.Api"],
        ["Kctl"] = ["Kube.Client", "Kube.Machinery", "Kube.Api"],
    };

    public static IEnumerable<string> Directions(IEnumerable<ProjectFile> projects)
    {
        foreach (var project in projects.Where(p => !p.IsTest))
        {
            if (!s_mayReference.TryGetValue(project.Name, out var allowed))
            {
                yield return $"{project.Name} has no place in the direction of dependencies";
                continue;
            }

            foreach (var reference in project.References.Except(allowed))
            {
                yield return $"{project.Name} references {reference}";
            }
        }
    }

    public static IEnumerable<string> ProcessesReferenceNoProcess(IReadOnlyList<ProjectFile> projects)
    {
        var processes = projects.Where(p => p.IsProcess && !p.IsTest).Select(p => p.Name).ToHashSet();
        return projects.Where(p => processes.Contains(p.Name))
            .SelectMany(p => p.References.Where(processes.Contains).Select(r => $"process {p.Name} references process {r}"));
    }

    /// <summary>A text that only some folders may contain, as it is their secret.</summary>
    public static IEnumerable<string> OnlyIn(IEnumerable<SourceFile> files, string text, params string[] folders) =>
        files.Where(f => f.Text.Contains(text, StringComparison.Ordinal) && !folders.Any(d => f.Path.StartsWith(d, StringComparison.Ordinal)))
            .Select(f => $"{f.Path} mentions {text}");

    public static IEnumerable<string> FilesAreShort(IEnumerable<SourceFile> files) =>
        files.Select(f => (f.Path, Lines: f.Text.Count(c => c == '\n')))
            .Where(f => f.Lines > LongestFile)
            .Select(f => $"{f.Path} has {f.Lines} lines");

    /// <summary>A name that says nothing collects everything.</summary>
    public static IEnumerable<string> NamesSaySomething(IEnumerable<SourceFile> files) =>
        files.Where(f => f.Path.Split('/').Any(part => EmptyName().IsMatch(part)) || TypeName().Matches(f.Text).Any(m => EmptyName().IsMatch(m.Groups[1].Value)))
            .Select(f => $"{f.Path}: a name that says nothing");

    /// <summary>Public types of the API explain themselves: the text is the OpenAPI description.</summary>
    public static IEnumerable<string> PublicTypesHaveSummaries(IEnumerable<SourceFile> files)
    {
        foreach (var file in files)
        {
            var lines = file.Text.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (PublicType().Match(lines[i]) is { Success: true } type && !HasSummary(lines, i))
                {
                    yield return $"{file.Path}: {type.Groups[1].Value} has no summary";
                }
            }
        }
    }

    public static IEnumerable<string> MapNames(string map, IEnumerable<ProjectFile> projects) =>
        projects.Where(p => !p.IsTest && !map.Contains($"`{p.Folder}`", StringComparison.Ordinal)).Select(p => $"the map does not name {p.Folder}");

    public static IEnumerable<string> SolutionHas(string solution, IEnumerable<ProjectFile> projects) =>
        projects.Where(p => !solution.Replace('\\', '/').Contains($"{p.Folder}/{p.Name}.csproj", StringComparison.Ordinal)).Select(p => $"the solution lacks {p.Name}");

    public static IEnumerable<string> NothingLeftForLater(IEnumerable<SourceFile> files) =>
        files.Where(f => Later().IsMatch(f.Text)).Select(f => $"{f.Path} leaves something for later");

    public static IEnumerable<string> TestsMirrorProjects(IReadOnlyList<ProjectFile> projects)
    {
        var names = projects.Select(p => p.Name).ToHashSet();
        return projects.Where(p => !p.IsTest && !names.Contains(p.Name + ".Tests")).Select(p => $"{p.Name} has no tests");
    }

    private static bool HasSummary(string[] lines, int line)
    {
        for (var i = line - 1; i >= 0 && (lines[i].TrimStart().StartsWith("///", StringComparison.Ordinal) || lines[i].TrimStart().StartsWith('[')); i--)
        {
            if (lines[i].Contains("<summary>", StringComparison.Ordinal) || lines[i].Contains("<inheritdoc", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"^(Utils?|Helpers?|Common|Misc)$|(Utils?|Helpers?|Misc)(\.cs)?$")]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"\b(?:class|struct|record|interface|enum)\s+([A-Za-z0-9_]+)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"^public (?:static |sealed |abstract |readonly |partial )*(?:class|struct|interface|enum|record(?: struct| class)?) (\w+)")]
    private static partial Regex PublicType();

    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|XX" + @"X)\b")]
    private static partial Regex Later();
}
