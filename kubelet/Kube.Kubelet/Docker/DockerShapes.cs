using System.Text.Json;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Docker;

/// <summary>Translation between the kubelet's plain values and the Engine API's shapes. Pure.</summary>
internal static class DockerShapes
{
    private const long CpuPeriodMicroseconds = 100_000;

    public static ContainerSnapshot? ToSnapshot(ContainerJson container, string node)
    {
        if (ContainerIdentity.FromLabels(container.Config?.Labels) is not { } identity || identity.Node != node)
        {
            return null;
        }

        var state = container.State ?? new ContainerStateJson();
        var untouched = state.Status == "created" && string.IsNullOrEmpty(state.Error) && state.ExitCode == 0;
        var phase = state.Running ? ContainerPhase.Running : untouched ? ContainerPhase.Created : ContainerPhase.Exited;
        return new ContainerSnapshot
        {
            Id = container.Id!,
            Identity = identity,
            Phase = phase,
            Image = container.Config?.Image ?? "",
            ImageId = container.Image ?? "",
            Pid = state.Pid,
            ExitCode = state.ExitCode,
            OomKilled = state.OOMKilled,
            Error = state.Error,
            CreatedAt = container.Created ?? default,
            StartedAt = Known(state.StartedAt),
            FinishedAt = phase == ContainerPhase.Exited ? Known(state.FinishedAt) : null,
        };
    }

    public static CreateContainerBody ToBody(ContainerRequest request) => new()
    {
        Image = request.Image,
        Hostname = request.Hostname,
        User = request.User,
        WorkingDir = request.WorkingDirectory,
        Env = request.Environment,
        Entrypoint = request.Entrypoint,
        Cmd = request.Arguments,
        Labels = request.Identity.ToLabels(),
        Tty = request.Tty,
        OpenStdin = request.Stdin,
        StdinOnce = request.StdinOnce,
        Healthcheck = new HealthcheckBody { Test = ["NONE"] },
        HostConfig = ToHostConfig(request),
    };

    public static NetworkCreateBody ToBody(PodNetworkSpec network, string node) => new()
    {
        Name = network.Name,
        IPAM = new IpamJson { Config = [new IpamConfigJson { Subnet = network.Subnet, Gateway = network.Gateway }] },
        Labels = new() { [ContainerIdentity.Labels.Node] = node },
        Options = new()
        {
            ["com.docker.network.bridge.name"] = network.Bridge,
            ["com.docker.network.bridge.enable_ip_masquerade"] = "false",
            ["com.docker.network.bridge.enable_icc"] = "true",
        },
    };

    public static ImageInfo ToImage(ImageJson image) => new(
        image.Id ?? "",
        [.. (image.RepoDigests ?? []).Concat(image.RepoTags ?? []).Where(n => !n.StartsWith("<none>", StringComparison.Ordinal))],
        image.Size,
        image.Config?.User,
        image.Config?.StopSignal);

    public static string AuthHeader(RegistryCredentials credentials)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(
            new AuthBody { User = credentials.User, Password = credentials.Password, Server = credentials.Server }, DockerJson.Default.AuthBody);
        return Convert.ToBase64String(json).Replace('+', '-').Replace('/', '_');
    }

    /// <summary>Seconds and nanoseconds since 1970, as the engine's since parameters want them.</summary>
    public static string UnixNanos(DateTimeOffset time)
    {
        var ticks = (time - DateTimeOffset.UnixEpoch).Ticks;
        return $"{ticks / TimeSpan.TicksPerSecond}.{ticks % TimeSpan.TicksPerSecond * 100:D9}";
    }

    private static HostConfigBody ToHostConfig(ContainerRequest request)
    {
        var join = request.JoinSandbox is null ? null : $"container:{request.JoinSandbox}";
        return new HostConfigBody
        {
            NetworkMode = join ?? "host",
            IpcMode = request.HostIpc ? "host" : join ?? "shareable",
            PidMode = request.HostProcesses ? "host" : request.ShareProcesses ? join : null,
            Mounts = [.. request.Mounts.Select(ToMount)],
            CapAdd = request.AddCapabilities,
            CapDrop = request.DropCapabilities,
            GroupAdd = request.Groups,
            SecurityOpt = request.NoNewPrivileges ? ["no-new-privileges"] : [],
            Privileged = request.Privileged,
            ReadonlyRootfs = request.ReadOnlyRoot,
            CpuShares = request.CpuShares,
            CpuPeriod = request.CpuQuota > 0 ? CpuPeriodMicroseconds : null,
            CpuQuota = request.CpuQuota > 0 ? request.CpuQuota : null,
            Memory = request.MemoryLimit > 0 ? request.MemoryLimit : null,
            MemorySwap = request.MemoryLimit > 0 ? request.MemoryLimit : null,
            OomScoreAdj = request.OomScoreAdjust,
            LogConfig = request.KeepLogs
                ? new LogConfigBody { Type = "json-file", Config = new() { ["max-size"] = "10m", ["max-file"] = "5" } }
                : new LogConfigBody { Type = "none" },
        };
    }

    private static MountBody ToMount(ContainerMount mount) => new()
    {
        Source = mount.Source,
        Target = mount.Target,
        ReadOnly = mount.ReadOnly,
        BindOptions = new BindOptionsBody { Propagation = mount.Propagation },
    };

    private static DateTime? Known(DateTime? time) => time is { Year: > 1 } known ? known.ToUniversalTime() : null;
}
