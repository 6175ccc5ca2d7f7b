namespace Kube.Api.Core.V1;

public sealed class Probe
{
    [ProtoField(1, 1, IsPointer = true)]
    public ExecAction? Exec { get; set; }

    [ProtoField(1, 2, IsPointer = true)]
    public HTTPGetAction? HttpGet { get; set; }

    [ProtoField(1, 3, IsPointer = true)]
    public TCPSocketAction? TcpSocket { get; set; }

    [ProtoField(1, 4, IsPointer = true)]
    public GRPCAction? Grpc { get; set; }

    [ProtoField(2)]
    public int? InitialDelaySeconds { get; set; }

    [ProtoField(3)]
    public int? TimeoutSeconds { get; set; }

    [ProtoField(4)]
    public int? PeriodSeconds { get; set; }

    [ProtoField(5)]
    public int? SuccessThreshold { get; set; }

    [ProtoField(6)]
    public int? FailureThreshold { get; set; }

    [ProtoField(7, IsPointer = true)]
    public long? TerminationGracePeriodSeconds { get; set; }
}
