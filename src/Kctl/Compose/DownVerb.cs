using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Manifests;
using Kctl.Services;

namespace Kctl.Compose;

/// <summary><c>kctl compose down</c>.</summary>
internal static class DownVerb
{
    public static Verb Create(Session session, ComposeFlags flags)
    {
        var volumes = Flags.Switch("--volumes", "delete the project's named volumes too", "-v");
        var grace = Flags.Number("--timeout", "how many seconds containers may take to end", "-t");
        var dryRun = Flags.DryRun();
        return new Verb("down", "Takes everything of the project away. Named volumes stay, unless -v is given.", "kctl compose -f examples/compose/docker-compose.yml down", "kctl compose -p shop down -v")
            .With(volumes, grace, dryRun)
            .Does(async (parse, ct) =>
            {
                var name = ProjectReader.ReadName(flags.Read(session, parse));
                var objects = new ProjectObjects(session, name);
                var found = await objects.AllAsync(ct);
                var dry = DryRuns.Parse(parse.GetValue(dryRun));
                if (found.Count == 0)
                {
                    await session.Error.WriteLineAsync($"Warning: no resource found to remove for project \"{name}\" in namespace \"{session.Namespace}\".");
                }

                await objects.DeleteAsync(found, dry, ct, parse.GetValue(grace));
                await VolumeFolders.FinishAsync(session, found.Select(f => f.Object), name, parse.GetValue(volumes) && dry == DryRun.None);
            });
    }
}

/// <summary>The folders that are a project's named volumes.</summary>
internal static class VolumeFolders
{
    /// <summary>The folders in objects' volumes that are the project's own. Pure.</summary>
    internal static IReadOnlyList<string> Of(IEnumerable<JsonObject> objects, string project) =>
    [
        .. objects.Select(o => o.At("spec", "template", "spec") ?? o.At("spec")).SelectMany(s => s.Objects("volumes")).Select(v => v.Text("hostPath", "path") ?? "")
            .Where(p => p.StartsWith($"{PodSpecs.VolumeFolder}/{project}_", StringComparison.Ordinal) && !p.Contains("..", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Deletes the folders that are on this machine; says where others are.</summary>
    public static async Task FinishAsync(Session session, IEnumerable<JsonObject> objects, string project, bool delete)
    {
        // What an earlier down left behind is found by its name; projects' names have no underscore.
        var here = Directory.Exists(PodSpecs.VolumeFolder) ? Directory.GetDirectories(PodSpecs.VolumeFolder, $"{project}_*") : [];
        foreach (var folder in Of(objects, project).Union(delete ? here : []))
        {
            try
            {
                if (!delete)
                {
                    await session.Error.WriteLineAsync($"Note: the volume in {folder} stays; 'down -v' deletes it");
                }
                else if (Directory.Exists(folder))
                {
                    Directory.Delete(folder, recursive: true);
                    await session.Out.WriteLineAsync($"volume {folder} deleted");
                }
                else
                {
                    await session.Error.WriteLineAsync($"Note: the volume in {folder} is not on this machine; delete the folder on the node that ran the pods");
                }
            }
            catch (Exception e) when (e is UnauthorizedAccessException or IOException)
            {
                await session.Error.WriteLineAsync($"Warning: the volume in {folder} could not be deleted: {e.Message}");
            }
        }
    }
}
