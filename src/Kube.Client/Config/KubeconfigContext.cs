namespace Kube.Client;

/// <summary>A context of a kubeconfig: which user at which cluster, and in which namespace.</summary>
public sealed record KubeconfigContext(string Cluster, string User, string? Namespace);
