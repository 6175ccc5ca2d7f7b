namespace Kube.Api.FlowControl.V1;

/// <summary>What happens to requests beyond the limit.</summary>
public sealed class LimitResponse
{
    /// <summary>Queue or Reject.</summary>
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    /// <summary>The queues; there only when the type is Queue.</summary>
    [ProtoField(2, IsPointer = true)]
    public QueuingConfiguration? Queuing { get; set; }
}
