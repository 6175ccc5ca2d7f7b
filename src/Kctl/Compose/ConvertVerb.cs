using Kctl.App;
using Kctl.CommandLine;
using Kctl.Services;

namespace Kctl.Compose;

/// <summary><c>kctl compose convert</c>: prints the objects, and to standard error what could not be carried over.</summary>
internal static class ConvertVerb
{
    public static Verb Create(Session session, ComposeFlags flags)
    {
        var output = Flags.Named("--output", "FORMAT", "yaml (if not given), json or name", "-o");
        var verb = new Verb(
            "convert", "Prints the objects a compose file becomes; the server is not asked. What could not be carried over is listed by line on standard error.",
            "kctl compose -f examples/compose/docker-compose.yml convert", "kctl compose -f examples/compose/docker-compose.yml convert | kctl apply -f -");
        verb.Aliases.Add("config");
        return verb.With(output).Does(async (parse, _) =>
        {
            var project = ProjectReader.Read(flags.Read(session, parse));
            await ComposeReport.WriteAsync(session, project);
            ServiceCreateVerb.Print(session, [.. project.Objects], parse.GetValue(output));
        });
    }
}

/// <summary>Says what was found in the files.</summary>
internal static class ComposeReport
{
    /// <summary>Throws where the files are invalid, with all that is wrong; else says what could not be carried over.</summary>
    public static async Task WriteAsync(Session session, ComposeProject project)
    {
        foreach (var warning in project.Findings.Warnings)
        {
            await session.Error.WriteLineAsync($"Warning: {warning}");
        }

        project.Findings.ThrowIfInvalid();
        if (project.Findings.NotCarried is { Count: > 0 } left)
        {
            await session.Error.WriteLineAsync("Not carried over, or not quite:");
            foreach (var finding in left)
            {
                await session.Error.WriteLineAsync($"  {finding}");
            }
        }

        if (project.Services.Any(s => s.Definition.Networks.Count > 0))
        {
            await session.Error.WriteLineAsync($"Note: {NetworkPolicies.NotEnforced}");
        }
    }
}
