namespace Kube.Api.Core.V1;

/// <summary>A pause.</summary>
public sealed class SleepAction
{
    /// <summary>How long.</summary>
    [Required, ProtoField(1)]
    public long? Seconds { get; set; }
}
