using System.Text;

namespace Kube.Scheduler.Nodes;

/// <summary>
/// Pods of one template carry the same labels, so selectors need to be asked once per shape and not once per pod; a node keeps a counter per shape.
/// This is what makes spreading cheap: its cost grows with the kinds of pods on a node and not with their number.
/// </summary>
internal sealed class PodShape(string key, string ns, IReadOnlyDictionary<string, string> labels)
{
    public string Key { get; } = key;

    public string Namespace { get; } = ns;

    public IReadOnlyDictionary<string, string> Labels { get; } = labels;

    /// <summary>Pods of this shape on all nodes; the shape is dropped with the last one.</summary>
    public int References { get; set; }

    public static string KeyOf(string ns, IReadOnlyDictionary<string, string> labels)
    {
        if (labels.Count == 0)
        {
            return ns;
        }

        var keys = new string[labels.Count];
        var next = 0;
        foreach (var key in labels.Keys)
        {
            keys[next++] = key;
        }

        Array.Sort(keys, StringComparer.Ordinal);
        var text = new StringBuilder(ns);
        foreach (var key in keys)
        {
            text.Append('\n').Append(key).Append('=').Append(labels[key]);
        }

        return text.ToString();
    }
}
