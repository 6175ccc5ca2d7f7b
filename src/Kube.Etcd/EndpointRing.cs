namespace Kube.Etcd;

/// <summary>The members, and the one used until it fails.</summary>
internal sealed class EndpointRing(IReadOnlyList<Uri> endpoints)
{
    private int _current;

    public int Count => endpoints.Count;

    public Uri Current => endpoints[Volatile.Read(ref _current)];

    /// <summary>Goes on to the next member, unless somebody did already.</summary>
    public void Failed(Uri endpoint)
    {
        var current = Volatile.Read(ref _current);
        if (endpoints[current] == endpoint)
        {
            Interlocked.CompareExchange(ref _current, (current + 1) % endpoints.Count, current);
        }
    }
}
