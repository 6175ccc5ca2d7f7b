namespace Kube.Api.Core.V1;

public sealed class LifecycleHandler
{
    public ExecAction? Exec { get; set; }

    public HTTPGetAction? HttpGet { get; set; }

    public TCPSocketAction? TcpSocket { get; set; }

    public SleepAction? Sleep { get; set; }
}
