using Kube.Api.Core.V1;
using Kube.Kubelet.Images;
using Kube.Kubelet.Probes;
using Kube.Kubelet.Runtime;
using Kube.Kubelet.Volumes;

namespace Kube.Kubelet.Pods;

/// <summary>Starts one container: image, volumes, environment, creation, start, postStart hook. What stands in the way comes back as a <see cref="Hold"/>.</summary>
internal sealed class ContainerStarter(PodServices services)
{
    private static readonly TimeSpan s_retryMount = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_retryConfig = TimeSpan.FromSeconds(10);

    /// <summary>Null when the container runs; its postStart hook, if any, has then ended well.</summary>
    public async Task<Hold?> StartAsync(Pod pod, StartContainer start, CancellationToken ct)
    {
        var spec = start.Spec;
        var image = await services.Images.AskAsync(
            pod, spec, () => PullSecrets.FindAsync(pod, spec.Image!, services.Config, ct), () => Event(pod, spec, "Pulling", $"Pulling image \"{spec.Image}\""), ct);
        if (image.Image is null)
        {
            return Report(pod, spec, image.Hold!);
        }

        Event(pod, spec, "Pulled", image.Pulled ? $"Successfully pulled image \"{spec.Image}\"" : $"Container image \"{spec.Image}\" already present on machine");

        try
        {
            var request = await RequestAsync(pod, start, image.Image, ct);
            return await RunAsync(pod, spec, request, ct);
        }
        catch (VolumeException e)
        {
            services.Events.Record(pod, null, PodEvents.Warning, "FailedMount", e.Message);
            return new Hold("ContainerCreating", e.Message, services.Now + s_retryMount);
        }
        catch (ContainerConfigException e)
        {
            services.Events.Record(pod, spec.Name, PodEvents.Warning, "Failed", $"Error: {e.Message}");
            return new Hold(e.Reason, e.Message, services.Now + s_retryConfig);
        }
    }

    /// <summary>Where checks and hooks of a container go.</summary>
    public CheckTarget Target(Pod pod, Container spec, string containerId)
    {
        var sandbox = services.Containers.OfPod(pod.Uid()).Where(c => c.Identity.Role == ContainerRole.Sandbox && c.IsRunning).MaxBy(c => c.Identity.Attempt);
        return new CheckTarget(containerId, spec, sandbox is { Identity.PodIP.Length: > 0 } own ? own.Identity.PodIP : pod.UsesHostNetwork() ? "127.0.0.1" : services.Node.Address);
    }

    private async Task<Hold?> RunAsync(Pod pod, Container spec, ContainerRequest request, CancellationToken ct)
    {
        string id;
        try
        {
            id = await services.Runtime.CreateAsync(request, ct);
        }
        catch (RuntimeException e) when (e.Failure != RuntimeFailure.Unreachable)
        {
            services.Events.Record(pod, spec.Name, PodEvents.Warning, "Failed", $"Error: {e.Message}");
            return new Hold("CreateContainerError", e.Message, services.Now + s_retryConfig);
        }

        Event(pod, spec, "Created", $"Created container: {spec.Name}");
        try
        {
            await services.Runtime.StartAsync(id, ct);
        }
        catch (RuntimeException e) when (e.Failure != RuntimeFailure.Unreachable)
        {
            services.Events.Record(pod, spec.Name, PodEvents.Warning, "Failed", $"Error: {e.Message}");
            await services.Containers.RefreshAsync(id, ct);
            return new Hold("RunContainerError", e.Message);
        }

        await services.Containers.RefreshAsync(id, ct);
        Event(pod, spec, "Started", $"Started container {spec.Name}");
        return spec.Lifecycle?.PostStart is { } hook ? await PostStartAsync(pod, spec, id, hook, ct) : null;
    }

    private async Task<Hold?> PostStartAsync(Pod pod, Container spec, string id, LifecycleHandler hook, CancellationToken ct)
    {
        var outcome = await services.Checks.HookAsync(Target(pod, spec, id), hook, ct);
        if (outcome.Success)
        {
            return null;
        }

        services.Events.Record(pod, spec.Name, PodEvents.Warning, "FailedPostStartHook", $"PostStartHook failed: {outcome.Message}");
        await services.Runtime.SignalAsync(id, "SIGKILL", ct);
        return new Hold("PostStartHookError", outcome.Message);
    }

    private async Task<ContainerRequest> RequestAsync(Pod pod, StartContainer start, ImageInfo image, CancellationToken ct)
    {
        var spec = start.Spec;
        var addresses = new PodAddresses(pod.UsesHostNetwork() ? services.Node.Address : start.Sandbox.Identity.PodIP, services.Node.Address);
        var allocatable = services.Node.Allocatable;
        var environment = await new EnvironmentBuilder(services.Config, pod, addresses, allocatable).BuildAsync(spec, ct);
        var paths = await services.Volumes.EnsureAsync(pod, new ProjectedFiles(services.Config, pod, addresses, allocatable), ct);
        var mounts = services.Volumes.Mounts(spec, paths, environment);
        string[] own = [.. mounts.Select(m => m.Target)];
        var identity = Identity(pod, start);
        ContainerMount[] words = services.Files.MakeTerminationLog(identity) is { } log ? [log] : [];
        var standard = services.Sandboxes.Mounts(pod).Concat(words).Where(m => !own.Contains(m.Target));
        if (!environment.ContainsKey("HOSTNAME") && !pod.UsesHostNetwork())
        {
            environment["HOSTNAME"] = pod.Hostname();
        }

        var inputs = new ContainerInputs(image, environment, [.. mounts, .. standard], services.Node.MachineMemory);
        return ContainerRequestBuilder.Build(pod, spec, identity, inputs);
    }

    private ContainerIdentity Identity(Pod pod, StartContainer start) => new()
    {
        Node = services.Node.Name,
        Role = start.Role,
        PodUid = pod.Uid(),
        PodNamespace = pod.Namespace(),
        PodName = pod.Name(),
        ContainerName = start.Spec.Name!,
        Attempt = start.Attempt,
        SpecHash = SpecHash.Of(start.Spec),
        SandboxId = start.Sandbox.Id,
        TerminationMessagePath = start.Spec.TerminationMessagePath ?? "/dev/termination-log",
        TerminationMessagePolicy = start.Spec.TerminationMessagePolicy ?? TerminationMessagePolicy.File,
        GracePeriodSeconds = pod.Spec?.TerminationGracePeriodSeconds ?? PodFacts.DefaultGraceSeconds,
    };

    private Hold Report(Pod pod, Container spec, Hold hold)
    {
        if (hold.Reason is "ErrImagePull" or "InvalidImageName" or "ErrImageNeverPull")
        {
            var text = hold.Reason == "ErrImagePull" ? $"Failed to pull image \"{spec.Image}\": {hold.Message}" : $"Error: {hold.Message}";
            services.Events.Record(pod, spec.Name, PodEvents.Warning, "Failed", text);
        }
        else if (hold.Reason == "ImagePullBackOff")
        {
            services.Events.Record(pod, spec.Name, PodEvents.Normal, "BackOff", hold.Message);
        }

        return hold;
    }

    private void Event(Pod pod, Container spec, string reason, string message) => services.Events.Record(pod, spec.Name, PodEvents.Normal, reason, message);
}
