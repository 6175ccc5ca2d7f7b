namespace Kube.Api.Batch.V1;

/// <summary>What counts as a completion of a Job.</summary>
public static class CompletionMode
{
    /// <summary>Each pod that succeeds counts; all are alike.</summary>
    public const string NonIndexed = "NonIndexed";

    /// <summary>Each index from 0 to completions-1 needs one pod that succeeds.</summary>
    public const string Indexed = "Indexed";
}
