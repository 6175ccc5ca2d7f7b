namespace Kube.Api.FlowControl.V1;

/// <summary>The queues of a level.</summary>
public sealed class QueuingConfiguration
{
    /// <summary>How many; 64 when absent.</summary>
    [ProtoField(1)]
    public int? Queues { get; set; }

    /// <summary>How many queues a flow is dealt, of which it takes the shortest; 8 when absent.</summary>
    [ProtoField(2)]
    public int? HandSize { get; set; }

    /// <summary>How many requests may wait in one queue; 50 when absent.</summary>
    [ProtoField(3)]
    public int? QueueLengthLimit { get; set; }
}
