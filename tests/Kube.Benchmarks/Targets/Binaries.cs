using Kube.Testing;

namespace Kube.Benchmarks.Targets;

/// <summary>The built processes.</summary>
internal static class Binaries
{
    public static string ApiServer => Of("Kube.ApiServer", "kube-apiserver");

    public static string Scheduler => Of("Kube.Scheduler", "kube-scheduler");

    public static string ControllerManager => Of("Kube.Controllers", "kube-controller-manager");

    public static string Kubelet => Of("Kube.Kubelet", "kubelet");

    public static string Kctl => Of("Kctl", "kctl");

    private static string Of(string project, string name)
    {
        var path = Path.Combine(Repository.Root, "artifacts", "bin", project, "release", name);
        return File.Exists(path) ? path : throw new BenchmarkException($"{name} is not built: run ./hack/bench, which builds it");
    }
}
