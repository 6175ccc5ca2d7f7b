using Kube.Api.Core.V1;
using Kube.Client;
using Kube.Kubelet.Pods;

namespace Kube.Kubelet.Config;

/// <summary>Configuration through watches on the API server.</summary>
internal sealed class ApiConfigSource(ObjectWatches<ConfigMap> maps, ObjectWatches<Secret> secrets, Informer<Service> services) : IConfigSource
{
    // A container started before Services are known would lack their variables for life; it waits, but not for ever.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    public async Task<ConfigMap?> ConfigMapAsync(string ns, string name, CancellationToken ct) => await PatientlyAsync(maps.GetAsync(ns, name, ct), "ConfigMap", name);

    public async Task<Secret?> SecretAsync(string ns, string name, CancellationToken ct) => await PatientlyAsync(secrets.GetAsync(ns, name, ct), "Secret", name);

    public IReadOnlyList<Service> Services(string ns) => ns == "default" ? services.List(ns) : [.. services.List(ns), .. services.List("default")];

    /// <summary>What a pod reads, so that it can be told when that changes.</summary>
    public static (HashSet<string> ConfigMaps, HashSet<string> Secrets) References(Pod pod)
    {
        var projected = (pod.Spec?.Volumes ?? []).SelectMany(v => v.Projected?.Sources ?? []).ToList();
        var containers = pod.AllContainers().ToList();
        var variables = containers.SelectMany(c => c.Env ?? []).Select(e => e.ValueFrom).ToList();
        var sources = containers.SelectMany(c => c.EnvFrom ?? []).ToList();
        var volumes = pod.Spec?.Volumes ?? [];
        var maps = volumes.Select(v => v.ConfigMap?.Name).Concat(projected.Select(p => p.ConfigMap?.Name))
            .Concat(variables.Select(v => v?.ConfigMapKeyRef?.Name)).Concat(sources.Select(s => s.ConfigMapRef?.Name));
        var secrets = volumes.Select(v => v.Secret?.SecretName).Concat(projected.Select(p => p.Secret?.Name))
            .Concat(variables.Select(v => v?.SecretKeyRef?.Name)).Concat(sources.Select(s => s.SecretRef?.Name))
            .Concat((pod.Spec?.ImagePullSecrets ?? []).Select(s => s.Name));
        return ([.. maps.OfType<string>()], [.. secrets.OfType<string>()]);
    }

    private static async Task<T?> PatientlyAsync<T>(Task<T?> task, string kind, string name)
        where T : class
    {
        try
        {
            return await task.WaitAsync(s_patience);
        }
        catch (TimeoutException)
        {
            throw new ContainerConfigException($"the API server has not yet answered for {kind} \"{name}\"");
        }
    }
}
