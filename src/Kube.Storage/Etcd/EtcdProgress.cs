using Etcdserverpb;
using Kube.Etcd;

namespace Kube.Storage.Etcd;

/// <summary>
/// Progress of watches when somebody asks for it. etcd's own answer to such a request may overtake older events in versions before 3.4.31 and
/// 3.5.13; with those a marker is written under each watched prefix, whose event comes in its place.
/// </summary>
internal sealed class EtcdProgress(EtcdClient client)
{
    private const string MarkerName = ".progress";

    private static readonly Version s_safe34 = new(3, 4, 31);
    private static readonly Version s_safe35 = new(3, 5, 13);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _prefixes = [];

    public static bool IsMarker(string key, string prefix) =>
        key.Length == prefix.Length + MarkerName.Length && key.EndsWith(MarkerName, StringComparison.Ordinal);

    public void Add(string prefix)
    {
        lock (_lock)
        {
            _prefixes[prefix] = _prefixes.GetValueOrDefault(prefix) + 1;
        }
    }

    public void Remove(string prefix)
    {
        lock (_lock)
        {
            if (--_prefixes[prefix] == 0)
            {
                _prefixes.Remove(prefix);
            }
        }
    }

    public async Task RequestAsync(CancellationToken cancel)
    {
        var status = await client.StatusAsync(new StatusRequest(), cancel);
        if (IsSafe(status.Version))
        {
            client.RequestProgress();
            return;
        }

        foreach (var prefix in Prefixes())
        {
            await client.PutAsync(new PutRequest { Key = EtcdKeys.Bytes(prefix + MarkerName) }, cancel);
        }
    }

    internal static bool IsSafe(string version) =>
        Version.TryParse(version.Split('-')[0], out var number)
        && (number >= s_safe35 || (number.Minor == s_safe34.Minor && number >= s_safe34));

    private List<string> Prefixes()
    {
        lock (_lock)
        {
            return [.. _prefixes.Keys];
        }
    }
}
