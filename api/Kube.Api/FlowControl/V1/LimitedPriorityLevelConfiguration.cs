namespace Kube.Api.FlowControl.V1;

/// <summary>The share of a level whose requests may have to wait.</summary>
public sealed class LimitedPriorityLevelConfiguration
{
    /// <summary>Its share of the server's concurrency; 30 when absent.</summary>
    [ProtoField(1, IsPointer = true)]
    public int? NominalConcurrencyShares { get; set; }

    /// <summary>What happens to requests beyond the limit.</summary>
    [ProtoField(2)]
    public LimitResponse? LimitResponse { get; set; }

    /// <summary>How much of the share other levels may borrow, in percent; 0 when absent.</summary>
    [ProtoField(3, IsPointer = true)]
    public int? LendablePercent { get; set; }

    /// <summary>How much may be borrowed from others, in percent of the own share; without limit when absent.</summary>
    [ProtoField(4, IsPointer = true)]
    public int? BorrowingLimitPercent { get; set; }
}
