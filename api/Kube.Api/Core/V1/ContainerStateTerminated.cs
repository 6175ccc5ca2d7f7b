namespace Kube.Api.Core.V1;

public sealed class ContainerStateTerminated
{
    [Required]
    public int? ExitCode { get; set; }

    public int? Signal { get; set; }

    public string? Reason { get; set; }

    public string? Message { get; set; }

    public DateTime? StartedAt { get; set; }

    public DateTime? FinishedAt { get; set; }

    public string? ContainerID { get; set; }
}
