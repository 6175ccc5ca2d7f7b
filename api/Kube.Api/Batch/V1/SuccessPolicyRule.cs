namespace Kube.Api.Batch.V1;

/// <summary>Indexes that must succeed, a number of successes, or a number of successes among some indexes.</summary>
public sealed class SuccessPolicyRule
{
    /// <summary>Indexes that must succeed, as numbers and ranges: 1,3-5,7.</summary>
    [ProtoField(1, IsPointer = true)]
    public string? SucceededIndexes { get; set; }

    /// <summary>How many must succeed, of succeededIndexes when those are given.</summary>
    [ProtoField(2, IsPointer = true)]
    public int? SucceededCount { get; set; }
}
