namespace Kube.Hosting;

/// <summary>
/// The certificates and kubeconfig files of a cluster, in one directory:
/// <c>ca</c>, <c>apiserver</c>, <c>apiserver-kubelet-client</c>, <c>admin</c>, <c>scheduler</c>, <c>controller-manager</c>, <c>proxy</c>, <c>kubelet-NODE</c> (client) and <c>kubelet-NODE-server</c>,
/// each as <c>.crt</c> and <c>.key</c>; and <c>admin</c>, <c>scheduler</c>, <c>controller-manager</c>, <c>proxy</c> and <c>kubelet-NODE</c> as <c>.kubeconfig</c>.
/// </summary>
public static class ClusterPki
{
    /// <summary>Makes what is missing. Files that exist are kept as they are. Keys are readable by their owner only.</summary>
    public static Task EnsureAsync(string directory, ClusterPkiOptions options, TimeProvider? time = null, CancellationToken ct = default) =>
        throw new NotSupportedException();
}
