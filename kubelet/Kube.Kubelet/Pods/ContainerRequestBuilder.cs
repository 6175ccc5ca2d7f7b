using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Pods;

/// <summary>What a container is made from besides its declaration.</summary>
/// <param name="Image">The image to run, present on this machine.</param>
/// <param name="Environment">All variables.</param>
/// <param name="Mounts">All mounts.</param>
/// <param name="MachineMemory">For the out-of-memory adjustment.</param>
internal sealed record ContainerInputs(ImageInfo Image, Dictionary<string, string> Environment, IReadOnlyList<ContainerMount> Mounts, long MachineMemory);

/// <summary>A container declaration as a request to the runtime. Pure.</summary>
internal static class ContainerRequestBuilder
{
    // The kernel's smallest share and quota; less is refused.
    private const long MinShares = 2;
    private const long MaxShares = 262144;
    private const long MinQuota = 1000;

    public static ContainerRequest Build(Pod pod, Container spec, ContainerIdentity identity, ContainerInputs inputs)
    {
        var security = spec.SecurityContext;
        CheckNonRoot(pod, spec, inputs.Image);
        return new ContainerRequest
        {
            Identity = identity,
            Image = spec.Image!,
            Entrypoint = Expand(spec.Command, inputs.Environment),
            Arguments = Expand(spec.Args, inputs.Environment),
            Environment = [.. inputs.Environment.Select(p => $"{p.Key}={p.Value}")],
            WorkingDirectory = spec.WorkingDir,
            User = User(pod, spec),
            Groups = Groups(pod),
            JoinSandbox = identity.SandboxId,
            ShareProcesses = pod.Spec?.ShareProcessNamespace == true,
            HostProcesses = pod.Spec?.HostPID == true,
            HostIpc = pod.Spec?.HostIPC == true,
            Mounts = inputs.Mounts,
            CpuShares = Shares(spec.Resources),
            CpuQuota = Limit(spec.Resources, "cpu") is { } cpu ? Math.Max(cpu.MilliValue * 100, MinQuota) : 0,
            MemoryLimit = Limit(spec.Resources, "memory")?.LongValue ?? 0,
            OomScoreAdjust = QosClass.OomScoreAdjust(QosClass.Of(pod), spec, inputs.MachineMemory),
            Privileged = security?.Privileged == true,
            NoNewPrivileges = security?.AllowPrivilegeEscalation == false,
            ReadOnlyRoot = security?.ReadOnlyRootFilesystem == true,
            AddCapabilities = security?.Capabilities?.Add ?? [],
            DropCapabilities = security?.Capabilities?.Drop ?? [],
            Stdin = spec.Stdin == true,
            StdinOnce = spec.StdinOnce == true,
            Tty = spec.Tty == true,
            RunsToCompletion = !pod.RestartsAfter(spec, identity.Role == ContainerRole.Init, exitCode: 0),
        };
    }

    /// <summary>Kernel CPU shares: 1024 per CPU asked for; the limit counts where nothing is asked for.</summary>
    public static long Shares(ResourceRequirements? resources)
    {
        var request = resources?.Requests?.TryGetValue("cpu", out var cpu) == true ? cpu : Limit(resources, "cpu") ?? default;
        return request.MilliValue == 0 ? MinShares : Math.Clamp(request.MilliValue * 1024 / 1000, MinShares, MaxShares);
    }

    private static Quantity? Limit(ResourceRequirements? resources, string name) =>
        resources?.Limits?.TryGetValue(name, out var limit) == true && limit.Value > 0 ? limit : null;

    private static string? User(Pod pod, Container spec)
    {
        var user = spec.SecurityContext?.RunAsUser ?? pod.Spec?.SecurityContext?.RunAsUser;
        var group = spec.SecurityContext?.RunAsGroup ?? pod.Spec?.SecurityContext?.RunAsGroup;
        return user is null ? null : group is null ? $"{user}" : $"{user}:{group}";
    }

    private static IReadOnlyList<string> Groups(Pod pod)
    {
        var security = pod.Spec?.SecurityContext;
        var groups = (security?.SupplementalGroups ?? []).Concat(security?.FsGroup is { } fs ? [fs] : []);
        return [.. groups.Distinct().Select(g => g.ToString())];
    }

    private static void CheckNonRoot(Pod pod, Container spec, ImageInfo image)
    {
        if ((spec.SecurityContext?.RunAsNonRoot ?? pod.Spec?.SecurityContext?.RunAsNonRoot) != true)
        {
            return;
        }

        var declared = spec.SecurityContext?.RunAsUser ?? pod.Spec?.SecurityContext?.RunAsUser;
        if (declared == 0)
        {
            throw new ContainerConfigException("container's runAsUser breaks non-root policy");
        }

        var user = image.User?.Split(':')[0];
        if (declared is null && (user is null or "" or "0" or "root"))
        {
            throw new ContainerConfigException("container has runAsNonRoot and image will run as root");
        }

        if (declared is null && !long.TryParse(user, out _))
        {
            throw new ContainerConfigException($"container has runAsNonRoot and image has non-numeric user ({user}), cannot verify user is non-root");
        }
    }

    private static IReadOnlyList<string>? Expand(List<string>? words, Dictionary<string, string> environment) =>
        words is not { Count: > 0 } ? null : [.. words.Select(w => VariableExpansion.Expand(w, name => environment.GetValueOrDefault(name)))];
}
