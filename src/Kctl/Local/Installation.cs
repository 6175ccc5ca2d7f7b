using Kctl.App;

namespace Kctl.Local;

/// <summary>The folder kctl was installed from: it has the scripts that start and stop clusters on this machine.</summary>
internal sealed class Installation(Terminal terminal)
{
    private const string Marker = "hack/up";

    /// <summary>The path of a script in the <c>hack</c> folder.</summary>
    public string Script(string name)
    {
        var path = Path.Combine(Home, "hack", name);
        return File.Exists(path) ? path : throw new CommandException($"{path} does not exist; this command needs all of the project's folder {Home}");
    }

    private string Home => terminal.Environment("KUBE_HOME") is { Length: > 0 } named
        ? Path.Exists(Path.Combine(named, Marker)) ? named : throw new CommandException($"KUBE_HOME is {named}, which has no {Marker}; set it to the project's folder")
        : Above(terminal.ProgramPath) ?? throw new CommandException($"cannot find the project's folder ({Marker}) above {terminal.ProgramPath}; set KUBE_HOME to it");

    private static string? Above(string? program)
    {
        var target = program is null ? null : new FileInfo(program).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? program;
        for (var folder = Path.GetDirectoryName(target); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, Marker)))
            {
                return folder;
            }
        }

        return null;
    }
}
