using Kube.Api.Batch.V1;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Machinery.Selectors;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Batch;

/// <summary>
/// The labels that tie pods to their Job. Unless the author has chosen to see to it (<c>manualSelector</c>), the server makes them of the Job's
/// uid, so that no two Jobs ever claim the same pods.
/// </summary>
internal static class JobSelector
{
    private const string UidLabel = "batch.kubernetes.io/controller-uid";
    private const string NameLabel = "batch.kubernetes.io/job-name";

    /// <summary>The same labels as they were named first; clients still select by them.</summary>
    private const string OldUidLabel = "controller-uid";
    private const string OldNameLabel = "job-name";

    public static void Generate(Job job)
    {
        var spec = job.Spec ??= new JobSpec();
        if (spec.ManualSelector == true)
        {
            return;
        }

        spec.Template ??= new PodTemplateSpec();
        var labels = (spec.Template.Metadata ??= new ObjectMeta()).Labels ??= [];
        foreach (var (key, value) in Expected(job))
        {
            labels.TryAdd(key, value);
        }

        ((spec.Selector ??= new LabelSelector()).MatchLabels ??= []).TryAdd(UidLabel, job.Metadata?.Uid ?? "");
    }

    /// <summary>Refuses labels and selectors that only look as if the server had made them.</summary>
    public static void Check(Job job, FieldErrors errors)
    {
        if (job.Spec is not { ManualSelector: not true, Selector: { } selector })
        {
            return;
        }

        var labels = job.Spec.Template?.Metadata?.Labels;
        var expected = Expected(job).ToDictionary();
        foreach (var (key, value) in expected)
        {
            Check(labels, key, value, errors);
        }

        if (!Selector.From(selector).Matches(expected))
        {
            errors.Invalid(FieldPath.Of("spec", "selector"), FieldRules.Shown(selector), "`selector` not auto-generated");
        }
    }

    private static void Check(Dictionary<string, string>? labels, string key, string expected, FieldErrors errors)
    {
        var path = FieldPath.Of("spec", "template", "metadata", "labels").Key(key);
        if (labels is null || !labels.TryGetValue(key, out var value))
        {
            errors.Required(path, $"must be '{expected}'");
        }
        else if (value != expected)
        {
            errors.Invalid(path, FieldRules.Shown(labels), $"must be '{expected}'");
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Expected(Job job)
    {
        var (name, uid) = (job.Metadata?.Name ?? "", job.Metadata?.Uid ?? "");
        return [new(OldUidLabel, uid), new(OldNameLabel, name), new(UidLabel, uid), new(NameLabel, name)];
    }
}
