namespace Kube.Api.Core.V1;

/// <summary>What part of a container's log is wanted.</summary>
public sealed class PodLogOptions
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>The container; may be left out when there is one.</summary>
    [ProtoField(1)]
    public string? Container { get; set; }

    /// <summary>True to go on as lines are written. Default false.</summary>
    [ProtoField(2)]
    public bool? Follow { get; set; }

    /// <summary>True for the log of the run before. Default false.</summary>
    [ProtoField(3)]
    public bool? Previous { get; set; }

    /// <summary>Only lines of the last so many seconds.</summary>
    [ProtoField(4, IsPointer = true)]
    public long? SinceSeconds { get; set; }

    /// <summary>Only lines written after this time.</summary>
    [ProtoField(5, IsPointer = true)]
    public DateTime? SinceTime { get; set; }

    /// <summary>True to put the time before each line. Default false.</summary>
    [ProtoField(6)]
    public bool? Timestamps { get; set; }

    /// <summary>Only so many lines from the end; all when absent.</summary>
    [ProtoField(7, IsPointer = true)]
    public long? TailLines { get; set; }

    /// <summary>The most bytes to send.</summary>
    [ProtoField(8, IsPointer = true)]
    public long? LimitBytes { get; set; }

    /// <summary>True to accept any certificate of the kubelet. Default false.</summary>
    [ProtoField(9)]
    public bool? InsecureSkipTLSVerifyBackend { get; set; }

    /// <summary>All (default), Stdout or Stderr.</summary>
    [ProtoField(10, IsPointer = true)]
    public string? Stream { get; set; }
}
