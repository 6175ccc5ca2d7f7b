namespace Kube.Api.Core.V1;

public sealed class LifecycleHandler
{
    [ProtoField(1, IsPointer = true)]
    public ExecAction? Exec { get; set; }

    [ProtoField(2, IsPointer = true)]
    public HTTPGetAction? HttpGet { get; set; }

    [ProtoField(3, IsPointer = true)]
    public TCPSocketAction? TcpSocket { get; set; }

    [ProtoField(4, IsPointer = true)]
    public SleepAction? Sleep { get; set; }
}
