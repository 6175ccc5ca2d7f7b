using Kube.Api.Batch.V1;
using Kube.Machinery.Cron;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Batch;

/// <summary>The rules of a CronJob.</summary>
internal static class CronJobValidation
{
    /// <summary>The controller adds eleven characters, and a Job's name has 63 at most.</summary>
    private const int MaximumName = 52;

    private const int MaximumZonePart = 14;
    private static readonly FieldPath s_spec = FieldPath.Of("spec");

    public static void CheckName(CronJob job, FieldErrors errors)
    {
        if (job.Metadata?.Name?.Length > MaximumName)
        {
            errors.Invalid(FieldPath.Of("metadata", "name"), job.Metadata.Name, "must be no more than 52 characters");
        }
    }

    public static void Check(CronJob job, CronJob? old, FieldErrors errors)
    {
        var spec = job.Spec ?? new CronJobSpec();
        CheckSchedule(spec, old?.Spec, errors);
        FieldRules.NonNegative(spec.StartingDeadlineSeconds, s_spec.Child("startingDeadlineSeconds"), errors);
        if (old is null || old.Spec?.TimeZone != spec.TimeZone)
        {
            CheckZone(spec.TimeZone, s_spec.Child("timeZone"), errors);
        }

        FieldRules.OneOf(spec.ConcurrencyPolicy, s_spec.Child("concurrencyPolicy"), errors, ConcurrencyPolicy.Allow, ConcurrencyPolicy.Forbid, ConcurrencyPolicy.Replace);
        CheckTemplate(spec.JobTemplate?.Spec ?? new JobSpec(), s_spec.Child("jobTemplate", "spec"), errors);
        FieldRules.NonNegative(spec.SuccessfulJobsHistoryLimit, s_spec.Child("successfulJobsHistoryLimit"), errors);
        FieldRules.NonNegative(spec.FailedJobsHistoryLimit, s_spec.Child("failedJobsHistoryLimit"), errors);
    }

    private static void CheckTemplate(JobSpec spec, FieldPath path, FieldErrors errors)
    {
        JobValidation.Check(spec, path, errors);
        if (spec.Selector is { } selector)
        {
            errors.Invalid(path.Child("selector"), FieldRules.Shown(selector), "`selector` will be auto-generated");
        }

        if (spec.ManualSelector == true)
        {
            errors.NotSupported(path.Child("manualSelector"), true, "nil", "false");
        }
    }

    private static void CheckSchedule(CronJobSpec spec, CronJobSpec? old, FieldErrors errors)
    {
        var path = s_spec.Child("schedule");
        if (string.IsNullOrEmpty(spec.Schedule))
        {
            errors.Required(path);
            return;
        }

        try
        {
            CronSchedule.Parse(spec.Schedule);
        }
        catch (FormatException problem)
        {
            errors.Invalid(path, spec.Schedule, problem.Message);
        }

        if (!NamesZone(spec.Schedule))
        {
            return;
        }

        if (!NamesZone(old?.Schedule))
        {
            errors.Invalid(path, spec.Schedule, "cannot use TZ or CRON_TZ in schedule, use timeZone field instead");
        }
        else if (spec.TimeZone is not null)
        {
            errors.Invalid(path, spec.Schedule, "cannot use both timeZone field and TZ or CRON_TZ in schedule");
        }
    }

    private static bool NamesZone(string? schedule) => schedule?.Contains("TZ", StringComparison.Ordinal) == true;

    private static void CheckZone(string? zone, FieldPath path, FieldErrors errors)
    {
        if (zone is null)
        {
            return;
        }

        if (zone.Length == 0)
        {
            errors.Invalid(path, zone, "timeZone must be nil or non-empty string");
        }
        else if (!zone.Split('/').All(IsZonePart))
        {
            errors.Invalid(path, zone, $"unknown time zone {zone}");
        }
        else if (zone.Equals("Local", StringComparison.OrdinalIgnoreCase))
        {
            errors.Invalid(path, zone, "timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones");
        }
        else if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            errors.Invalid(path, zone, $"unknown time zone {zone}");
        }
    }

    private static bool IsZonePart(string part) => part.Length is > 0 and <= MaximumZonePart && part is not ("." or "..") && part[0] != '-'
        && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+');
}
