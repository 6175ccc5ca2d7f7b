using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Compose;

/// <summary><c>kctl compose</c>: a compose file on a cluster.</summary>
internal static class ComposeVerb
{
    public static Command Create(Session session)
    {
        var flags = new ComposeFlags();
        return new Verb(
            "compose", "Runs what a docker-compose.yml describes: every service becomes a Deployment (or pods that end) and a Service under its name.",
            "kctl compose -f examples/compose/docker-compose.yml up -d", "kctl compose -f examples/compose/docker-compose.yml ps", "kctl compose -f examples/compose/docker-compose.yml convert", "kctl compose -f examples/compose/docker-compose.yml down")
            .With([.. flags.All, UpVerb.Create(session, flags), DownVerb.Create(session, flags), PsVerb.Create(session, flags), ComposeLogsVerb.Create(session, flags), ConvertVerb.Create(session, flags)]);
    }
}

/// <summary>The flags all verbs of compose have.</summary>
internal sealed class ComposeFlags
{
    private readonly Option<string[]> _files = Flags.Many("--file", "FILE", "a compose file; several are laid one over the other. If not given, compose.yaml or docker-compose.yml here or above", "-f");
    private readonly Option<string?> _name = Flags.Named("--project-name", "NAME", "the project's name; that of the folder if not given", "-p");
    private readonly Option<string[]> _profiles = Flags.Many("--profile", "NAME", "switch a profile on");
    private readonly Option<string[]> _environment = Flags.Many("--env-file", "FILE", "variables, instead of those in .env");
    private readonly Option<string?> _folder = Flags.Named("--project-directory", "DIR", "where relative paths begin; where the first file is if not given");

    public IEnumerable<Option> All
    {
        get
        {
            foreach (var option in (Option[])[_files, _name, _profiles, _environment, _folder])
            {
                option.Recursive = true;
                yield return option;
            }
        }
    }

    /// <summary>What they say.</summary>
    public ComposeRequest Read(Session session, ParseResult parse, IReadOnlyList<string>? moreFiles = null) => new()
    {
        Files = [.. parse.GetValue(_files) ?? [], .. moreFiles ?? []],
        ProjectName = parse.GetValue(_name),
        Profiles = parse.GetValue(_profiles) ?? [],
        EnvironmentFiles = parse.GetValue(_environment) ?? [],
        ProjectFolder = parse.GetValue(_folder),
        Folder = Directory.GetCurrentDirectory(),
        Environment = session.Terminal.Environment,
        OpenInput = session.Terminal.OpenInput,
    };
}
