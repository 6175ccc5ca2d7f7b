using System.Text;

namespace Kube.Storage.Cache;

/// <summary>
/// One instance for strings that repeat over thousands of objects: namespaces, label keys and values, node names.
/// A fixed table in which a newcomer takes the place of what was there, so it needs no cleaning. Not for concurrent use.
/// </summary>
internal sealed class StringPool(int size = 8192)
{
    private const int MaxLength = 64;
    private readonly string[] _slots = new string[size];

    public string Get(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MaxLength)
        {
            return text.ToString();
        }

        ref var slot = ref _slots[(uint)string.GetHashCode(text) % (uint)_slots.Length];
        return slot is not null && text.SequenceEqual(slot) ? slot : slot = text.ToString();
    }

    public string GetUtf8(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > MaxLength)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        Span<char> text = stackalloc char[MaxLength];
        return Get(text[..Encoding.UTF8.GetChars(utf8, text)]);
    }
}
