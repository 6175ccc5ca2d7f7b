using Kctl.App;
using Kctl.Services;

namespace Kctl.Compose;

/// <summary>Which files a project is made of, where it is, and which variables it sees: found as docker compose finds them.</summary>
internal sealed class ComposeFiles
{
    private static readonly string[] s_names = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];
    private static readonly string[] s_overrides = ["compose.override.yaml", "compose.override.yml", "docker-compose.override.yml", "docker-compose.override.yaml"];

    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);
    private readonly Func<string, string?> _environment;

    private ComposeFiles(ComposeRequest request, Findings findings)
    {
        _environment = request.Environment;
        var named = request.Files.Count > 0 ? request.Files : [.. (request.Environment("COMPOSE_FILE") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)];
        var found = named.Count > 0 ? [.. named.Select(f => f == "-" ? f : System.IO.Path.GetFullPath(f, request.Folder))] : Search(request.Folder);
        Folder = request.ProjectFolder is { Length: > 0 } chosen ? System.IO.Path.GetFullPath(chosen, request.Folder)
            : found.FirstOrDefault(f => f != "-") is { } first ? System.IO.Path.GetDirectoryName(first)! : request.Folder;
        Paths = found;
        ReadVariables(request, findings);
        ProjectName = request.ProjectName ?? Variable("COMPOSE_PROJECT_NAME");
        Profiles = request.Profiles.Count > 0 ? request.Profiles : [.. (Variable("COMPOSE_PROFILES") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    /// <summary>The files, the ones that are laid over others last; empty where there are none.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>Where relative paths begin.</summary>
    public string Folder { get; }

    /// <summary>The project's name where one was given outside the files.</summary>
    public string? ProjectName { get; }

    /// <summary>The profiles that are on.</summary>
    public IReadOnlyList<string> Profiles { get; }

    public static ComposeFiles Find(ComposeRequest request, Findings findings) => new(request, findings);

    /// <summary>A variable: of the shell, else of the project's <c>.env</c>.</summary>
    public string? Variable(string name) => _environment(name) ?? _variables.GetValueOrDefault(name);

    /// <summary>A project's name made of any text: small letters, digits and dashes.</summary>
    public static string Normalized(string name) => KubeNames.Label(name) is { Length: > 0 } text ? text : "default";

    private static List<string> Search(string folder)
    {
        for (var here = folder; here is not null; here = System.IO.Path.GetDirectoryName(here))
        {
            if (First(here, s_names) is { } found)
            {
                return First(here, s_overrides) is { } over ? [found, over] : [found];
            }
        }

        return [];
    }

    private static string? First(string folder, string[] names) => names.Select(n => System.IO.Path.Combine(folder, n)).FirstOrDefault(File.Exists);

    private void ReadVariables(ComposeRequest request, Findings findings)
    {
        var files = request.EnvironmentFiles.Count > 0 ? request.EnvironmentFiles.Select(f => System.IO.Path.GetFullPath(f, request.Folder)) : [System.IO.Path.Combine(Folder, ".env")];
        foreach (var file in files)
        {
            if (!File.Exists(file))
            {
                if (request.EnvironmentFiles.Count > 0)
                {
                    throw new CommandException($"--env-file: the file \"{file}\" does not exist");
                }

                continue;
            }

            try
            {
                foreach (var (name, value) in EnvironmentFile.Read(File.ReadAllText(file), _environment, findings))
                {
                    _variables[name] = value ?? "";
                }
            }
            catch (FormatException e)
            {
                throw new CommandException($"{file}: {e.Message}", e);
            }
        }
    }
}

/// <summary>What the command line says about the project.</summary>
internal sealed record ComposeRequest
{
    public IReadOnlyList<string> Files { get; init; } = [];

    public string? ProjectName { get; init; }

    public string? ProjectFolder { get; init; }

    public IReadOnlyList<string> EnvironmentFiles { get; init; } = [];

    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>The folder the command is run in.</summary>
    public required string Folder { get; init; }

    public required Func<string, string?> Environment { get; init; }

    /// <summary>Standard input, for <c>-f -</c>.</summary>
    public Func<Stream> OpenInput { get; init; } = () => Stream.Null;
}
