using Kube.Api.Batch.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Batch;

/// <summary>The rules of a Job's completion mode: what only indexed Jobs may have, and how large they may be.</summary>
internal static class JobIndexRules
{
    /// <summary>The most pods at a time, and the most failed indexes, so that the status stays small enough to store.</summary>
    private const int Most = 100_000;

    /// <summary>The same beyond <see cref="Most"/> completions with retries per index.</summary>
    private const int MostOfMany = 10_000;

    private const string ManyText = "must be less than or equal to 10000 when completions are above 100000 and used with backoff limit per index";

    public static void Check(JobSpec spec, FieldPath path, FieldErrors errors)
    {
        switch (spec.CompletionMode)
        {
            case null or CompletionMode.NonIndexed:
                RefuseIndexFields(spec, path, errors);
                break;
            case CompletionMode.Indexed:
                CheckIndexed(spec, path, errors);
                break;
            default:
                errors.NotSupported(path.Child("completionMode"), spec.CompletionMode, CompletionMode.NonIndexed, CompletionMode.Indexed);
                break;
        }
    }

    private static void RefuseIndexFields(JobSpec spec, FieldPath path, FieldErrors errors)
    {
        const string Text = "requires indexed completion mode";
        if (spec.BackoffLimitPerIndex is { } retries)
        {
            errors.Invalid(path.Child("backoffLimitPerIndex"), retries, Text);
        }

        if (spec.MaxFailedIndexes is { } failed)
        {
            errors.Invalid(path.Child("maxFailedIndexes"), failed, Text);
        }
    }

    private static void CheckIndexed(JobSpec spec, FieldPath path, FieldErrors errors)
    {
        if (spec.Completions is null)
        {
            errors.Required(path.Child("completions"), "when completion mode is Indexed");
        }

        var (parallelism, failed) = (path.Child("parallelism"), path.Child("maxFailedIndexes"));
        AtMost(spec.Parallelism, Most, parallelism, "must be less than or equal to 100000 when completion mode is Indexed", errors);
        AtMost(spec.MaxFailedIndexes, spec.Completions, failed, "must be less than or equal to completions", errors);
        AtMost(spec.MaxFailedIndexes, Most, failed, "must be less than or equal to 100000", errors);
        if (spec is { Completions: > Most, BackoffLimitPerIndex: not null })
        {
            if (spec.MaxFailedIndexes is null)
            {
                errors.Required(failed, "must be specified when completions is above 100000");
            }

            AtMost(spec.Parallelism, MostOfMany, parallelism, ManyText, errors);
            AtMost(spec.MaxFailedIndexes, MostOfMany, failed, ManyText, errors);
        }
    }

    private static void AtMost(int? value, int? most, FieldPath path, string detail, FieldErrors errors)
    {
        if (value > most)
        {
            errors.Invalid(path, value, detail);
        }
    }
}
