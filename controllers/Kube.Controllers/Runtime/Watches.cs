using Kube.Api;
using Kube.Client;

namespace Kube.Controllers.Runtime;

/// <summary>
/// What a controller watches, written as a sentence: <c>watches.Each(Deployments).OwnersOf(ReplicaSets, Deployments)</c>.
/// The handlers made here turn changes into keys and do nothing else, except telling <see cref="Expectations"/> what has been seen.
/// </summary>
internal sealed class Watches<TKey>(WorkQueue<TKey> queue)
    where TKey : notnull
{
    /// <summary>Every change brings the keys that <paramref name="keys"/> finds for it.</summary>
    public Watches<TKey> Changes<T>(Informer<T> of, Func<Change<T>, IEnumerable<TKey>> keys)
        where T : class, IResource<T>
    {
        of.AddHandler(change =>
        {
            foreach (var key in keys(change))
            {
                queue.Add(key);
            }
        });
        return this;
    }
}
