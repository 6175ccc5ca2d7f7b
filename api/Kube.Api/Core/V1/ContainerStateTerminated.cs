namespace Kube.Api.Core.V1;

public sealed class ContainerStateTerminated
{
    [Required, ProtoField(1)]
    public int? ExitCode { get; set; }

    [ProtoField(2)]
    public int? Signal { get; set; }

    [ProtoField(3)]
    public string? Reason { get; set; }

    [ProtoField(4)]
    public string? Message { get; set; }

    [ProtoField(5)]
    public DateTime? StartedAt { get; set; }

    [ProtoField(6)]
    public DateTime? FinishedAt { get; set; }

    [ProtoField(7)]
    public string? ContainerID { get; set; }
}
