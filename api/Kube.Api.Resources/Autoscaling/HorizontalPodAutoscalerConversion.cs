using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using V1 = Kube.Api.Autoscaling.V1;
using V2 = Kube.Api.Autoscaling.V2;

namespace Kube.Api.Resources.Autoscaling;

/// <summary>
/// The two forms of an autoscaler. autoscaling/v1 has fields for one metric only, the use of CPU in percent; everything else travels in
/// annotations there, so that who reads and writes back in the old form loses nothing.
/// </summary>
internal static class HorizontalPodAutoscalerConversion
{
    public static V2.HorizontalPodAutoscaler ToV2(V1.HorizontalPodAutoscaler autoscaler)
    {
        var notes = autoscaler.Metadata?.Annotations;
        return new V2.HorizontalPodAutoscaler
        {
            ApiVersion = V2.HorizontalPodAutoscaler.Info.ApiVersion,
            Kind = V2.HorizontalPodAutoscaler.Info.Kind,
            Metadata = With(autoscaler.Metadata, new Dictionary<string, string>()),
            Spec = Spec(autoscaler.Spec, notes),
            Status = Status(autoscaler.Status, notes),
        };
    }

    public static V1.HorizontalPodAutoscaler FromV2(V2.HorizontalPodAutoscaler autoscaler)
    {
        var (spec, status) = (autoscaler.Spec, autoscaler.Status);
        var cpu = spec?.Metrics?.Find(IsCpu);
        var used = status?.CurrentMetrics?.Find(m => m is { Type: V2.MetricSourceType.Resource, Resource: { Name: ResourceName.Cpu, Current.AverageUtilization: not null } });
        var notes = AutoscalerNotes.Write(
            [.. (spec?.Metrics ?? []).Where(m => m != cpu)],
            spec?.Behavior,
            status?.CurrentMetrics is [var only] && only == used && only.Resource!.Current!.AverageValue is null ? [] : status?.CurrentMetrics ?? [],
            status?.Conditions ?? []);
        return new V1.HorizontalPodAutoscaler
        {
            ApiVersion = V1.HorizontalPodAutoscaler.Info.ApiVersion,
            Kind = V1.HorizontalPodAutoscaler.Info.Kind,
            Metadata = With(autoscaler.Metadata, notes),
            Spec = spec is null ? null : new V1.HorizontalPodAutoscalerSpec
            {
                ScaleTargetRef = spec.ScaleTargetRef is { } target ? new V1.CrossVersionObjectReference { Kind = target.Kind, Name = target.Name, ApiVersion = target.ApiVersion } : null,
                MinReplicas = spec.MinReplicas,
                MaxReplicas = spec.MaxReplicas,
                TargetCPUUtilizationPercentage = cpu?.Resource!.Target!.AverageUtilization,
            },
            Status = status is null ? null : new V1.HorizontalPodAutoscalerStatus
            {
                ObservedGeneration = status.ObservedGeneration,
                LastScaleTime = status.LastScaleTime,
                CurrentReplicas = status.CurrentReplicas,
                DesiredReplicas = status.DesiredReplicas,
                CurrentCPUUtilizationPercentage = used?.Resource!.Current!.AverageUtilization,
            },
        };
    }

    private static bool IsCpu(V2.MetricSpec metric) =>
        metric is { Type: V2.MetricSourceType.Resource, Resource: { Name: ResourceName.Cpu, Target: { AverageUtilization: not null, AverageValue: null } } };

    private static V2.HorizontalPodAutoscalerSpec? Spec(V1.HorizontalPodAutoscalerSpec? spec, Dictionary<string, string>? notes)
    {
        if (spec is null)
        {
            return null;
        }

        List<V2.MetricSpec> metrics = [.. spec.TargetCPUUtilizationPercentage is { } cpu ? [HorizontalPodAutoscalerDefaults.Cpu(cpu)] : (V2.MetricSpec[])[], .. AutoscalerNotes.Metrics(notes)];
        return new V2.HorizontalPodAutoscalerSpec
        {
            ScaleTargetRef = spec.ScaleTargetRef is { } target ? new V2.CrossVersionObjectReference { Kind = target.Kind, Name = target.Name, ApiVersion = target.ApiVersion } : null,
            MinReplicas = spec.MinReplicas,
            MaxReplicas = spec.MaxReplicas,
            Metrics = metrics.Count == 0 ? null : metrics,
            Behavior = AutoscalerNotes.Behavior(notes),
        };
    }

    /// <summary>The metrics of the annotation include the CPU's, with more than the field can say; the field counts where there is no annotation.</summary>
    private static V2.HorizontalPodAutoscalerStatus? Status(V1.HorizontalPodAutoscalerStatus? status, Dictionary<string, string>? notes)
    {
        if (status is null)
        {
            return null;
        }

        var seen = AutoscalerNotes.CurrentMetrics(notes);
        if (seen.Count == 0 && status.CurrentCPUUtilizationPercentage is { } cpu)
        {
            var current = new V2.MetricValueStatus { AverageUtilization = cpu };
            seen = [new V2.MetricStatus { Type = V2.MetricSourceType.Resource, Resource = new V2.ResourceMetricStatus { Name = ResourceName.Cpu, Current = current } }];
        }

        var conditions = AutoscalerNotes.Conditions(notes);
        return new V2.HorizontalPodAutoscalerStatus
        {
            ObservedGeneration = status.ObservedGeneration,
            LastScaleTime = status.LastScaleTime,
            CurrentReplicas = status.CurrentReplicas,
            DesiredReplicas = status.DesiredReplicas,
            CurrentMetrics = seen.Count == 0 ? null : seen,
            Conditions = conditions.Count == 0 ? null : conditions,
        };
    }

    /// <summary>A copy of the metadata with these annotations of ours and no others.</summary>
    private static ObjectMeta? With(ObjectMeta? metadata, IReadOnlyDictionary<string, string> notes)
    {
        if (metadata is null || (notes.Count == 0 && metadata.Annotations?.Keys.Any(AutoscalerNotes.Keys.Contains) != true))
        {
            return metadata;
        }

        var copy = metadata.Clone();
        var annotations = (copy.Annotations ?? []).Where(a => !AutoscalerNotes.Keys.Contains(a.Key)).Concat(notes).ToDictionary();
        copy.Annotations = annotations.Count == 0 ? null : annotations;
        return copy;
    }
}
