using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Kube.Storage.Cache;

/// <summary>Labels of one object: a few pairs in an array, which for so few is smaller and no slower than a hash table.</summary>
/// <param name="pairs">Key, value, key, value, ...</param>
internal sealed class LabelSet(string[] pairs) : IReadOnlyDictionary<string, string>
{
    public static LabelSet Empty { get; } = new([]);

    public string this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    public int Count => pairs.Length / 2;

    public IEnumerable<string> Keys => this.Select(p => p.Key);

    public IEnumerable<string> Values => this.Select(p => p.Value);

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
