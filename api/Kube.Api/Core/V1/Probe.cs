namespace Kube.Api.Core.V1;

/// <summary>A check that is run again and again; exactly one of exec, httpGet, tcpSocket and grpc.</summary>
public sealed class Probe
{
    /// <summary>A command; success is exit code 0.</summary>
    [ProtoField(1, 1, IsPointer = true)]
    public ExecAction? Exec { get; set; }

    /// <summary>A web request; success is a status from 200 to 399.</summary>
    [ProtoField(1, 2, IsPointer = true)]
    public HTTPGetAction? HttpGet { get; set; }

    /// <summary>A connection; success is that it opens.</summary>
    [ProtoField(1, 3, IsPointer = true)]
    public TCPSocketAction? TcpSocket { get; set; }

    /// <summary>A gRPC health check.</summary>
    [ProtoField(1, 4, IsPointer = true)]
    public GRPCAction? Grpc { get; set; }

    /// <summary>Seconds to wait after the container's start. Default 0.</summary>
    [ProtoField(2)]
    public int? InitialDelaySeconds { get; set; }

    /// <summary>Seconds after which a check has failed. Default 1.</summary>
    [ProtoField(3)]
    public int? TimeoutSeconds { get; set; }

    /// <summary>Seconds between checks. Default 10.</summary>
    [ProtoField(4)]
    public int? PeriodSeconds { get; set; }

    /// <summary>Successes in a row that count as recovered. Default 1; must be 1 for liveness and startup.</summary>
    [ProtoField(5)]
    public int? SuccessThreshold { get; set; }

    /// <summary>Failures in a row that count as failed. Default 3.</summary>
    [ProtoField(6)]
    public int? FailureThreshold { get; set; }

    /// <summary>Seconds to stop in after this probe failed; the pod's own when absent. Not for readiness.</summary>
    [ProtoField(7, IsPointer = true)]
    public long? TerminationGracePeriodSeconds { get; set; }
}
