namespace Kube.Client;

/// <summary>Which context of a kubeconfig to use, null for the current one, and the cluster or user to use in place of the context's own.</summary>
public sealed record KubeconfigChoice(string? Context = null, string? Cluster = null, string? User = null);
