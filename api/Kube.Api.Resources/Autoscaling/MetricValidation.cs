using Kube.Api.Autoscaling.V2;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Autoscaling;

/// <summary>The rules of an autoscaler's metrics: one source each, the one that its type names, with a target that the source can have.</summary>
internal static class MetricValidation
{
    private static readonly string[] s_types =
        [MetricSourceType.Object, MetricSourceType.Pods, MetricSourceType.Resource, MetricSourceType.ContainerResource, MetricSourceType.External];

    public static void Check(HorizontalPodAutoscalerSpec spec, FieldPath path, FieldErrors errors)
    {
        var metrics = spec.Metrics ?? [];
        for (var i = 0; i < metrics.Count; i++)
        {
            Check(metrics[i], path.Index(i), errors);
        }

        if (spec.MinReplicas == 0 && !metrics.Exists(m => m.Type is MetricSourceType.Object or MetricSourceType.External))
        {
            errors.Forbidden(path, "must specify at least one Object or External metric to support scaling to zero replicas");
        }
    }

    private static void Check(MetricSpec metric, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(metric.Type))
        {
            errors.Required(path.Child("type"), "must specify a metric source type");
        }

        if (!s_types.Contains(metric.Type))
        {
            errors.NotSupported(path.Child("type"), metric.Type ?? "", s_types);
        }

        (string Field, bool IsSet, Action Check)[] sources =
        [
            ("object", metric.Object is not null, () => Object(metric.Object!, path.Child("object"), errors)),
            ("external", metric.External is not null, () => External(metric.External!, path.Child("external"), errors)),
            ("pods", metric.Pods is not null, () => Pods(metric.Pods!, path.Child("pods"), errors)),
            ("resource", metric.Resource is not null, () => Resource(metric.Resource!.Name, metric.Resource.Target, path.Child("resource"), errors)),
            ("containerResource", metric.ContainerResource is not null, () => Container(metric.ContainerResource!, path.Child("containerResource"), errors)),
        ];
        var given = sources.Where(s => s.IsSet).ToList();
        given.FirstOrDefault().Check?.Invoke();
        var expected = string.IsNullOrEmpty(metric.Type) ? "" : char.ToLowerInvariant(metric.Type[0]) + metric.Type[1..];
        if (s_types.Contains(metric.Type) && !given.Exists(s => s.Field == expected))
        {
            errors.Required(path.Child(expected), "must populate information for the given metric source");
        }

        foreach (var (field, _, _) in given.Where(s => given.Count > 1 && s.Field != expected))
        {
            errors.Forbidden(path.Child(field), "must populate the given metric source only");
        }
    }

    private static void Object(ObjectMetricSource source, FieldPath path, FieldErrors errors)
    {
        HorizontalPodAutoscalerValidation.CheckReference(source.DescribedObject, path.Child("describedObject"), errors);
        Identifier(source.Metric, path.Child("metric"), errors);
        Target(source.Target, path.Child("target"), errors);
        if (source.Target is not ({ Value: not null } or { AverageValue: not null }))
        {
            errors.Required(path.Child("target", "averageValue"), "must set either a target value or averageValue");
        }
    }

    private static void External(ExternalMetricSource source, FieldPath path, FieldErrors errors)
    {
        Identifier(source.Metric, path.Child("metric"), errors);
        Target(source.Target, path.Child("target"), errors);
        if (source.Target is not ({ Value: not null } or { AverageValue: not null }))
        {
            errors.Required(path.Child("target", "averageValue"), "must set either a target value for metric or a per-pod target");
        }
        else if (source.Target is { Value: not null, AverageValue: not null })
        {
            errors.Forbidden(path.Child("target", "value"), "may not set both a target value for metric and a per-pod target");
        }
    }

    private static void Pods(PodsMetricSource source, FieldPath path, FieldErrors errors)
    {
        Identifier(source.Metric, path.Child("metric"), errors);
        Target(source.Target, path.Child("target"), errors);
        if (source.Target?.AverageValue is null)
        {
            errors.Required(path.Child("target", "averageValue"), "must specify a positive target averageValue");
        }
    }

    private static void Container(ContainerResourceMetricSource source, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(source.Container, path.Child("container"), errors, "must specify a container");
        Resource(source.Name, source.Target, path, errors);
    }

    private static void Resource(string? name, MetricTarget? target, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(name, path.Child("name"), errors, "must specify a resource name");
        Target(target, path.Child("target"), errors);
        if (target is not ({ AverageUtilization: not null } or { AverageValue: not null }))
        {
            errors.Required(path.Child("target", "averageUtilization"), "must set either a target raw value or a target utilization");
        }
        else if (target is { AverageUtilization: not null, AverageValue: not null })
        {
            errors.Forbidden(path.Child("target", "averageValue"), "may not set both a target raw value and a target utilization");
        }
    }

    private static void Target(MetricTarget? given, FieldPath path, FieldErrors errors)
    {
        var target = given ?? new MetricTarget();
        if (string.IsNullOrEmpty(target.Type))
        {
            errors.Required(path.Child("type"), "must specify a metric target type");
        }

        if (target.Type is not (MetricTargetType.Utilization or MetricTargetType.Value or MetricTargetType.AverageValue))
        {
            errors.Invalid(path.Child("type"), target.Type ?? "", "must be either Utilization, Value, or AverageValue");
        }

        Positive(target.Value, path.Child("value"), errors);
        Positive(target.AverageValue, path.Child("averageValue"), errors);
        if (target.AverageUtilization < 1)
        {
            errors.Invalid(path.Child("averageUtilization"), target.AverageUtilization, "must be greater than 0");
        }
    }

    private static void Positive(Quantity? value, FieldPath path, FieldErrors errors)
    {
        if (value is { } amount && amount.Value <= 0)
        {
            errors.Invalid(path, amount.ToString(), "must be positive");
        }
    }

    private static void Identifier(MetricIdentifier? metric, FieldPath path, FieldErrors errors) =>
        HorizontalPodAutoscalerValidation.CheckSegment(metric?.Name, path.Child("name"), errors, "must specify a metric name");
}
