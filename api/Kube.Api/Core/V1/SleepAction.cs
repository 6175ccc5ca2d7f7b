namespace Kube.Api.Core.V1;

public sealed class SleepAction
{
    [Required]
    public long? Seconds { get; set; }
}
