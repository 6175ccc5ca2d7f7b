namespace Kube.Kubelet.Node;

/// <summary>The node's labels: those it registers with, and as the API server last had them.</summary>
internal sealed class NodeLabels(IReadOnlyDictionary<string, string> initial)
{
    private volatile IReadOnlyDictionary<string, string> _current = initial;

    public IReadOnlyDictionary<string, string> Initial { get; } = initial;

    public IReadOnlyDictionary<string, string> Current
    {
        get => _current;
        set => _current = value;
    }

    /// <summary>The well-known labels of a node, and those given by flags as <c>name=value</c>.</summary>
    public static NodeLabels For(string node, IEnumerable<string> given)
    {
        var labels = new Dictionary<string, string>
        {
            ["kubernetes.io/hostname"] = node,
            ["kubernetes.io/os"] = "linux",
            ["kubernetes.io/arch"] = NodeSettings.Architecture,
            ["beta.kubernetes.io/os"] = "linux",
            ["beta.kubernetes.io/arch"] = NodeSettings.Architecture,
        };
        foreach (var label in given)
        {
            var parts = label.Split('=', 2);
            labels[parts[0]] = parts.Length > 1 ? parts[1] : "";
        }

        return new NodeLabels(labels);
    }
}
