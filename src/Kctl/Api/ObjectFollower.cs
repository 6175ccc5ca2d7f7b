using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Kctl.App;
using Kube.Client;

namespace Kctl.Api;

/// <summary>Follows one object: its state now and after each change, through ended watches and restarts of the server.</summary>
internal static class ObjectFollower
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(300);

    /// <summary>The states in order; null when the object is not there. Ends only with the caller.</summary>
    public static async IAsyncEnumerable<JsonObject?> FollowAsync(Session session, ResourceType type, string? ns, string name, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var current = await session.Api.FindAsync(type.ObjectPath(ns, name), ct);
            yield return current;
            if (current is null)
            {
                await Task.Delay(s_pause, session.Terminal.Time, ct);
                continue;
            }

            var path = QueryText.With(type.CollectionPath(ns), ("watch", "true"), ("fieldSelector", $"metadata.name={name}"), ("resourceVersion", current.Text("metadata", "resourceVersion")));
            await foreach (var line in UntilBrokenAsync(session.Api.WatchAsync(path, ct), ct))
            {
                if (line.Type is "ADDED" or "MODIFIED")
                {
                    yield return line.Object;
                }
                else if (line.Type == "DELETED")
                {
                    yield return null;
                }
            }

            await Task.Delay(s_pause, session.Terminal.Time, ct);
        }
    }

    /// <summary>The lines up to where the connection breaks; the caller reads the state again and goes on.</summary>
    private static async IAsyncEnumerable<WatchLine> UntilBrokenAsync(IAsyncEnumerable<WatchLine> lines, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var reader = lines.GetAsyncEnumerator(ct);
        while (true)
        {
            try
            {
                if (!await reader.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (Exception e) when (e is IOException or HttpRequestException or TimeoutException or ApiException { IsGone: true })
            {
                yield break;
            }

            yield return reader.Current;
        }
    }
}
