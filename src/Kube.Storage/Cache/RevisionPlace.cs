using System.Globalization;

namespace Kube.Storage.Cache;

/// <summary>Where in an object's bytes the resourceVersion goes, and what must stand around it there.</summary>
/// <param name="Start">First byte replaced.</param>
/// <param name="End">First byte kept after it.</param>
/// <param name="Form">What is written in between.</param>
internal readonly record struct RevisionPlace(int Start, int End, RevisionForm Form)
{
    private const int MaxDigits = 20;

    public byte[] Splice(ReadOnlySpan<byte> utf8, long revision)
    {
        Span<byte> digits = stackalloc byte[MaxDigits];
        revision.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        digits = digits[..length];
        var before = Before;
        var after = After;
        var result = new byte[Start + before.Length + length + after.Length + utf8.Length - End];
        var rest = result.AsSpan();
        rest = Put(utf8[..Start], rest);
        rest = Put(before, rest);
        rest = Put(digits, rest);
        rest = Put(after, rest);
        Put(utf8[End..], rest);
        return result;
    }

    private ReadOnlySpan<byte> Before => Form switch
    {
        RevisionForm.Value => "\""u8,
        RevisionForm.FirstField or RevisionForm.OnlyField => "\"resourceVersion\":\""u8,
        RevisionForm.Metadata => "{\"resourceVersion\":\""u8,
        _ => "\"metadata\":{\"resourceVersion\":\""u8,
    };

    private ReadOnlySpan<byte> After => Form switch
    {
        RevisionForm.Value or RevisionForm.OnlyField => "\""u8,
        RevisionForm.FirstField => "\","u8,
        RevisionForm.FirstMetadata => "\"},"u8,
        _ => "\"}"u8,
    };

    private static Span<byte> Put(scoped ReadOnlySpan<byte> part, Span<byte> target)
    {
        part.CopyTo(target);
        return target[part.Length..];
    }
}

/// <summary>How much of <c>"metadata":{"resourceVersion":"1"}</c> is missing.</summary>
internal enum RevisionForm
{
    /// <summary>Only the value is replaced.</summary>
    Value,

    /// <summary>The field, before other metadata.</summary>
    FirstField,

    /// <summary>The field, in empty metadata.</summary>
    OnlyField,

    /// <summary>The metadata object, in place of null.</summary>
    Metadata,

    /// <summary>The metadata field, before others.</summary>
    FirstMetadata,

    /// <summary>The metadata field, in an empty object.</summary>
    OnlyMetadata,
}
