using System.Text.Json.Nodes;
using Kctl.App;

namespace Kctl.Edit;

/// <summary>What saving an edited object came to.</summary>
/// <param name="Reasons">Why it was refused, for the heading of the file; empty when it was taken.</param>
internal sealed record SaveResult(IReadOnlyList<string> Reasons);

/// <summary>
/// Lets the user edit objects until they are saved, unchanged or given up. What was edited is never lost: when the command fails, it stays in a
/// file whose name is printed.
/// </summary>
internal sealed class EditorLoop(Session session, bool asJson)
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"kctl-edit-{Path.GetRandomFileName().Replace(".", "")}.{(asJson ? "json" : "yaml")}");

    /// <summary>The exit code.</summary>
    /// <param name="save">Saves what the user made of the objects; what it refuses is shown and edited again.</param>
    public async Task<int> RunAsync(IReadOnlyList<JsonObject> objects, Func<IReadOnlyList<JsonObject>, Task<SaveResult>> save, CancellationToken ct)
    {
        var before = EditFile.Body(objects, asJson);
        var body = before;
        IReadOnlyList<string> problems = [];
        try
        {
            while (true)
            {
                await File.WriteAllTextAsync(_file, EditFile.With(body, problems), ct);
                await EditAsync(ct);
                var edited = EditFile.WithoutComments(await File.ReadAllTextAsync(_file, ct));
                if (problems.Count > 0 && (edited == body || edited.Length == 0))
                {
                    throw new CommandException("Edit cancelled, no valid changes were saved.");
                }

                if (edited == before || edited.Trim().Length == 0)
                {
                    await session.Error.WriteLineAsync(edited == before ? "Edit cancelled, no changes made." : "Edit cancelled, saved file was empty.");
                    File.Delete(_file);
                    return 0;
                }

                body = edited;
                problems = await TrySaveAsync(edited, save);
                if (problems.Count == 0)
                {
                    File.Delete(_file);
                    return 0;
                }
            }
        }
        catch (Exception) when (File.Exists(_file))
        {
            await session.Out.FlushAsync(CancellationToken.None);
            await session.Error.WriteLineAsync($"A copy of your changes has been stored to \"{_file}\"");
            throw;
        }
    }

    private static async Task<IReadOnlyList<string>> TrySaveAsync(string edited, Func<IReadOnlyList<JsonObject>, Task<SaveResult>> save)
    {
        try
        {
            return (await save(EditFile.Read(edited))).Reasons;
        }
        catch (CommandException e) when (e.InnerException is CommandException)
        {
            return [e.Message];
        }
    }

    private async Task EditAsync(CancellationToken ct)
    {
        var environment = session.Terminal.Environment;
        var editor = environment("KUBE_EDITOR") is { Length: > 0 } first ? first : environment("EDITOR") is { Length: > 0 } second ? second : "vi";
        if (await ExternalProgram.RunAsync(session.Terminal, editor, [_file], ct) != 0)
        {
            throw new CommandException($"there was a problem with the editor \"{editor}\"");
        }
    }
}
