using System.Text.Json.Serialization;

namespace Kube.Kubelet.Docker;

// The Engine API's own shapes, as far as they are used here. Property names are the wire names.
internal sealed class CreateContainerBody
{
    public string? Image { get; set; }

    public string? Hostname { get; set; }

    public string? User { get; set; }

    public string? WorkingDir { get; set; }

    public IReadOnlyList<string>? Env { get; set; }

    public IReadOnlyList<string>? Entrypoint { get; set; }

    public IReadOnlyList<string>? Cmd { get; set; }

    public Dictionary<string, string>? Labels { get; set; }

    public bool Tty { get; set; }

    public bool OpenStdin { get; set; }

    public bool StdinOnce { get; set; }

    public HealthcheckBody? Healthcheck { get; set; }

    public HostConfigBody? HostConfig { get; set; }
}

internal sealed class HealthcheckBody
{
    public IReadOnlyList<string>? Test { get; set; }
}

internal sealed class HostConfigBody
{
    public string? NetworkMode { get; set; }

    public string? IpcMode { get; set; }

    public string? PidMode { get; set; }

    public IReadOnlyList<MountBody>? Mounts { get; set; }

    public IReadOnlyList<string>? CapAdd { get; set; }

    public IReadOnlyList<string>? CapDrop { get; set; }

    public IReadOnlyList<string>? GroupAdd { get; set; }

    public IReadOnlyList<string>? SecurityOpt { get; set; }

    public bool Privileged { get; set; }

    public bool ReadonlyRootfs { get; set; }

    public long? CpuShares { get; set; }

    public long? CpuPeriod { get; set; }

    public long? CpuQuota { get; set; }

    public long? Memory { get; set; }

    public long? MemorySwap { get; set; }

    public int? OomScoreAdj { get; set; }

    public LogConfigBody? LogConfig { get; set; }
}

internal sealed class MountBody
{
    public string Type { get; set; } = "bind";

    public string? Source { get; set; }

    public string? Target { get; set; }

    public bool ReadOnly { get; set; }

    public BindOptionsBody? BindOptions { get; set; }
}

internal sealed class BindOptionsBody
{
    public string? Propagation { get; set; }
}

internal sealed class LogConfigBody
{
    public string? Type { get; set; }

    public Dictionary<string, string>? Config { get; set; }
}

internal sealed class IdBody
{
    public string? Id { get; set; }
}

internal sealed class ErrorBody
{
    [JsonPropertyName("message")]
    public string? Message { get; set; }
}

internal sealed class ContainerListItem
{
    public string? Id { get; set; }
}

internal sealed class ContainerJson
{
    public string? Id { get; set; }

    public DateTime? Created { get; set; }

    public string? Image { get; set; }

    public ContainerStateJson? State { get; set; }

    public ContainerConfigJson? Config { get; set; }
}

internal sealed class ContainerStateJson
{
    public string? Status { get; set; }

    public bool Running { get; set; }

    public bool OOMKilled { get; set; }

    public int Pid { get; set; }

    public int ExitCode { get; set; }

    public string? Error { get; set; }

    public DateTime? StartedAt { get; set; }

    public DateTime? FinishedAt { get; set; }
}

internal sealed class ContainerConfigJson
{
    public string? Image { get; set; }

    public bool Tty { get; set; }

    public Dictionary<string, string>? Labels { get; set; }
}

internal sealed class ImageJson
{
    public string? Id { get; set; }

    public List<string>? RepoTags { get; set; }

    public List<string>? RepoDigests { get; set; }

    public long Size { get; set; }

    public ImageConfigJson? Config { get; set; }
}

internal sealed class ImageConfigJson
{
    public string? User { get; set; }

    public string? StopSignal { get; set; }
}

internal sealed class EventJson
{
    public string? Action { get; set; }

    public EventActorJson? Actor { get; set; }

    [JsonPropertyName("timeNano")]
    public long TimeNano { get; set; }
}

internal sealed class EventActorJson
{
    public string? ID { get; set; }

    public Dictionary<string, string>? Attributes { get; set; }
}

internal sealed class ExecCreateBody
{
    public bool AttachStdin { get; set; }

    public bool AttachStdout { get; set; } = true;

    public bool AttachStderr { get; set; } = true;

    public bool Tty { get; set; }

    public string? DetachKeys { get; set; }

    public IReadOnlyList<string>? Cmd { get; set; }
}

internal sealed class ExecStartBody
{
    public bool Detach { get; set; }

    public bool Tty { get; set; }
}

internal sealed class ExecJson
{
    public bool Running { get; set; }

    public int? ExitCode { get; set; }

    public int Pid { get; set; }
}

internal sealed class VersionJson
{
    public string? Version { get; set; }
}

internal sealed class PullProgress
{
    [JsonPropertyName("error")]
    public string? Error { get; set; }
}

internal sealed class AuthBody
{
    [JsonPropertyName("username")]
    public string? User { get; set; }

    [JsonPropertyName("password")]
    public string? Password { get; set; }

    [JsonPropertyName("serveraddress")]
    public string? Server { get; set; }
}

internal sealed class NetworkJson
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public IpamJson? IPAM { get; set; }
}

internal sealed class IpamJson
{
    public List<IpamConfigJson>? Config { get; set; }
}

internal sealed class IpamConfigJson
{
    public string? Subnet { get; set; }

    public string? Gateway { get; set; }
}

internal sealed class NetworkCreateBody
{
    public string? Name { get; set; }

    public bool CheckDuplicate { get; set; } = true;

    public string Driver { get; set; } = "bridge";

    public IpamJson? IPAM { get; set; }

    public Dictionary<string, string>? Options { get; set; }

    public Dictionary<string, string>? Labels { get; set; }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CreateContainerBody))]
[JsonSerializable(typeof(IdBody))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(List<ContainerListItem>))]
[JsonSerializable(typeof(ContainerJson))]
[JsonSerializable(typeof(ImageJson))]
[JsonSerializable(typeof(List<ImageJson>))]
[JsonSerializable(typeof(EventJson))]
[JsonSerializable(typeof(ExecCreateBody))]
[JsonSerializable(typeof(ExecStartBody))]
[JsonSerializable(typeof(ExecJson))]
[JsonSerializable(typeof(VersionJson))]
[JsonSerializable(typeof(PullProgress))]
[JsonSerializable(typeof(AuthBody))]
[JsonSerializable(typeof(NetworkJson))]
[JsonSerializable(typeof(NetworkCreateBody))]
[JsonSerializable(typeof(Dictionary<string, string[]>))]
internal sealed partial class DockerJson : JsonSerializerContext;
