namespace Kube.Api.Core.V1;

/// <summary>What a hook does; exactly one of the fields.</summary>
public sealed class LifecycleHandler
{
    /// <summary>Run a command in the container.</summary>
    [ProtoField(1, IsPointer = true)]
    public ExecAction? Exec { get; set; }

    /// <summary>Send a web request.</summary>
    [ProtoField(2, IsPointer = true)]
    public HTTPGetAction? HttpGet { get; set; }

    /// <summary>Not supported as a hook; kept for old objects.</summary>
    [ProtoField(3, IsPointer = true)]
    public TCPSocketAction? TcpSocket { get; set; }

    /// <summary>Wait a while.</summary>
    [ProtoField(4, IsPointer = true)]
    public SleepAction? Sleep { get; set; }
}
