namespace Kube.Proxy.Dns;

/// <summary>A domain name as its labels, first label first. Comparisons ignore case, as DNS does; the case of a question is kept for the answer.</summary>
internal sealed class DnsName(IReadOnlyList<string> labels) : IEquatable<DnsName>
{
    /// <summary>Labels of at most 63 bytes; one character is one byte.</summary>
    public IReadOnlyList<string> Labels { get; } = labels;

    /// <summary>From text; a final dot is optional.</summary>
    public static DnsName Parse(string text) => new(text.Split('.', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>This name under another.</summary>
    public DnsName Under(DnsName parent) => new([.. Labels, .. parent.Labels]);

    /// <summary>The labels before a parent's, in lower case; null where this name is not the parent or below it.</summary>
    public string[]? LabelsBelow(DnsName parent)
    {
        var count = Labels.Count - parent.Labels.Count;
        if (count < 0)
        {
            return null;
        }

        for (var i = 0; i < parent.Labels.Count; i++)
        {
            if (!string.Equals(Labels[count + i], parent.Labels[i], StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }
        }

        return [.. Labels.Take(count).Select(label => label.ToLowerInvariant())];
    }

    public bool Equals(DnsName? other) => other is not null && Labels.SequenceEqual(other.Labels, StringComparer.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => Equals(obj as DnsName);

    public override int GetHashCode() => ToString().ToLowerInvariant().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => string.Join('.', Labels) + ".";
}
