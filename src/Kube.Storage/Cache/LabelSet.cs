using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Kube.Storage.Cache;

/// <summary>Labels, shared by the objects that carry the same: a few pairs in an array, which for so few is smaller and no slower than a hash table.</summary>
/// <param name="pairs">Key, value, key, value, ...</param>
/// <param name="id">A number that few other sets of the resource have, for tables.</param>
internal sealed class LabelSet(string[] pairs, int id) : IReadOnlyDictionary<string, string>
{
    public static LabelSet Empty { get; } = new([], 0);

    /// <summary>A number that few other sets of the resource have.</summary>
    public int Id => id;

    public string this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    public int Count => pairs.Length / 2;

    public IEnumerable<string> Keys => this.Select(p => p.Key);

    public IEnumerable<string> Values => this.Select(p => p.Value);

    /// <summary>True when these are the pairs, in this order.</summary>
    public bool IsOf(ReadOnlySpan<string> others) => others.SequenceEqual(pairs);

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        for (var i = 0; i < pairs.Length; i += 2)
        {
            if (pairs[i] == key)
            {
                value = pairs[i + 1];
                return true;
            }
        }

        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        for (var i = 0; i < pairs.Length; i += 2)
        {
            yield return new KeyValuePair<string, string>(pairs[i], pairs[i + 1]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
