namespace Kube.Api.Core.V1;

/// <summary>How a container ended.</summary>
public sealed class ContainerStateTerminated
{
    /// <summary>Exit code of its first process.</summary>
    [Required, ProtoField(1)]
    public int? ExitCode { get; set; }

    /// <summary>Signal that ended it, where one did.</summary>
    [ProtoField(2)]
    public int? Signal { get; set; }

    /// <summary>In one word, such as Completed, Error or OOMKilled.</summary>
    [ProtoField(3)]
    public string? Reason { get; set; }

    /// <summary>Its termination message, or what went wrong.</summary>
    [ProtoField(4)]
    public string? Message { get; set; }

    /// <summary>When that run began.</summary>
    [ProtoField(5)]
    public DateTime? StartedAt { get; set; }

    /// <summary>When it ended.</summary>
    [ProtoField(6)]
    public DateTime? FinishedAt { get; set; }

    /// <summary>Id of that run at the runtime.</summary>
    [ProtoField(7)]
    public string? ContainerID { get; set; }
}
