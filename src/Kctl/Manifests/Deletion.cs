using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;

namespace Kctl.Manifests;

/// <summary>Deleting one object and waiting until it is gone.</summary>
internal static class Deletion
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMilliseconds(400);

    /// <summary>Waits until no object of that name and uid is left. What has the name afterwards is another object.</summary>
    public static async Task WaitAsync(Session session, ResourceType type, string? ns, string name, string? uid, CancellationToken ct)
    {
        for (var pause = s_firstPause; ; pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause)
        {
            var current = await session.Api.FindAsync(type.ObjectPath(ns, name), ct);
            if (current is null || (uid is not null && current.Text("metadata", "uid") != uid))
            {
                return;
            }

            await Task.Delay(pause, session.Terminal.Time, ct);
        }
    }

    /// <summary>The uid of what a DELETE answered: the object itself, or a Status that names it.</summary>
    public static string? UidOf(JsonObject answer) => answer.Text("kind") == "Status" ? answer.Text("details", "uid") : answer.Text("metadata", "uid");
}
