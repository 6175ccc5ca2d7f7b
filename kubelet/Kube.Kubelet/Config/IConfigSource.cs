using Kube.Api.Core.V1;

namespace Kube.Kubelet.Config;

/// <summary>ConfigMaps, Secrets and Services as pods of this node may need them. Null where an object does not exist.</summary>
internal interface IConfigSource
{
    Task<ConfigMap?> ConfigMapAsync(string ns, string name, CancellationToken ct);

    Task<Secret?> SecretAsync(string ns, string name, CancellationToken ct);

    /// <summary>The Services of a namespace, and the API server's own.</summary>
    IReadOnlyList<Service> Services(string ns);
}
