namespace Kube.Api.Core.V1;

public sealed class SleepAction
{
    [Required, ProtoField(1)]
    public long? Seconds { get; set; }
}
