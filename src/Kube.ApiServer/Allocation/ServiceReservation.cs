using Kube.ApiServer.Registry;

namespace Kube.ApiServer.Allocation;

/// <summary>What one write of a Service took, and what it gives up once it is stored.</summary>
internal sealed class ServiceReservation(string holder) : IReservation
{
    private readonly List<(KeyPool Pool, string Value)> _taken = [];
    private readonly List<(KeyPool Pool, string Value)> _givenUp = [];
    private readonly HashSet<string> _chosen = new(StringComparer.Ordinal);
    private bool _committed;

    /// <summary>Notes a node port the server chose in this write.</summary>
    public void Chose(string port) => _chosen.Add(port);

    /// <summary>Whether the server chose this node port in this write.</summary>
    public bool HasChosen(string port) => _chosen.Contains(port);

    public void Took(KeyPool pool, string value) => _taken.Add((pool, value));

    public void GivesUp(KeyPool pool, string value) => _givenUp.Add((pool, value));

    public async ValueTask CommitAsync(CancellationToken cancel)
    {
        _committed = true;
        foreach (var (pool, value) in _givenUp)
        {
            await pool.ReleaseAsync(value, holder, cancel);
        }
    }

    /// <summary>Not cancelled with the request: what a failed write took must not stay taken.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_committed)
        {
            return;
        }

        foreach (var (pool, value) in _taken)
        {
            await pool.ReleaseAsync(value, holder, CancellationToken.None);
        }
    }
}
