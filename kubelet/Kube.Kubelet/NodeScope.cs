namespace Kube.Kubelet;

/// <summary>What of the API server's objects concerns the nodes of a process, and how busy it is with them.</summary>
/// <param name="PodFields">Field selector of the pods.</param>
/// <param name="NodeFields">Field selector of the nodes.</param>
/// <param name="StatusWriters">How many statuses are written at a time.</param>
internal sealed record NodeScope(string PodFields, string? NodeFields, int StatusWriters)
{
    /// <summary>One node.</summary>
    public static NodeScope One(string name) => new($"spec.nodeName={name}", $"metadata.name={name}", 4);

    /// <summary>Many nodes: all pods that are bound.</summary>
    public static NodeScope Many { get; } = new("spec.nodeName!=", null, 32);
}
