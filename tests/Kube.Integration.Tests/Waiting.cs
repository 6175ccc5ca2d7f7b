using Kube.Api;
using Kube.Client;

namespace Kube.Integration.Tests;

/// <summary>Waiting on the state of the world, by watch.</summary>
internal static class Waiting
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    /// <summary>Waits until the objects of a namespace are as they should be; returns them. The complaint of the last state is in the exception.</summary>
    public static async Task<IReadOnlyList<T>> UntilAsync<T>(this KubeClient client, string? ns, Func<IReadOnlyList<T>, bool> holds, string? selector = null)
        where T : class, IResource<T>
    {
        using var limit = new CancellationTokenSource(s_limit);
        var list = await client.ListAsync<T>(ns, new ListQuery { LabelSelector = selector }, limit.Token);
        var known = list.Items!.ToDictionary(ObjectKey.Of, item => item);
        if (holds([.. known.Values]))
        {
            return [.. known.Values];
        }

        try
        {
            var query = new ListQuery { LabelSelector = selector, ResourceVersion = list.Metadata!.ResourceVersion };
            await foreach (var change in client.WatchAsync<T>(ns, query, limit.Token))
            {
                Apply(known, change);
                if (holds([.. known.Values]))
                {
                    return [.. known.Values];
                }
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            // Told below, with what was there.
        }

        var state = string.Join('\n', known.Values.Select(item => System.Text.Encoding.UTF8.GetString(ApiJson.Serialize(item))));
        throw new TimeoutException($"{T.Info.Plural} are not as they should be:\n{state}");
    }

    /// <summary>Waits for one object.</summary>
    public static async Task<T> UntilAsync<T>(this KubeClient client, string? ns, string name, Func<T, bool> holds) where T : class, IResource<T>
    {
        var all = await client.UntilAsync<T>(ns, items => items.Any(item => item.Metadata?.Name == name && holds(item)));
        return all.First(item => item.Metadata?.Name == name);
    }

    private static void Apply<T>(Dictionary<ObjectKey, T> known, WatchEvent<T> change) where T : class, IResource<T>
    {
        switch (change.Type)
        {
            case WatchEventType.Deleted:
                known.Remove(ObjectKey.Of(change.Object));
                break;
            case WatchEventType.Added or WatchEventType.Modified:
                known[ObjectKey.Of(change.Object)] = change.Object;
                break;
        }
    }
}
