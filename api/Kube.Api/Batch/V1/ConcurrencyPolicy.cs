namespace Kube.Api.Batch.V1;

/// <summary>What happens when a run is due while an earlier one still works.</summary>
public static class ConcurrencyPolicy
{
    /// <summary>Both run.</summary>
    public const string Allow = "Allow";

    /// <summary>The new one is skipped.</summary>
    public const string Forbid = "Forbid";

    /// <summary>The earlier one is stopped.</summary>
    public const string Replace = "Replace";
}
