namespace Kube.Api.FlowControl.V1;

/// <summary>The share of a level whose requests never wait.</summary>
public sealed class ExemptPriorityLevelConfiguration
{
    /// <summary>Its share of the server's concurrency, for what may be lent; 0 when absent.</summary>
    [ProtoField(1, IsPointer = true)]
    public int? NominalConcurrencyShares { get; set; }

    /// <summary>How much of the share other levels may borrow, in percent; 0 when absent.</summary>
    [ProtoField(2, IsPointer = true)]
    public int? LendablePercent { get; set; }
}
