using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;

namespace Kube.Api.Resources.Core;

/// <summary>What a ReplicationController has when its author does not say: selector and labels come from the template.</summary>
internal static class ReplicationControllerDefaults
{
    public static void Apply(ReplicationController controller)
    {
        var spec = controller.Spec ??= new ReplicationControllerSpec();
        if (spec.Template?.Metadata?.Labels is { } labels)
        {
            spec.Selector = spec.Selector is { Count: > 0 } ? spec.Selector : new(labels);
            var meta = controller.Metadata ??= new ObjectMeta();
            meta.Labels = meta.Labels is { Count: > 0 } ? meta.Labels : new(labels);
        }

        spec.Replicas ??= 1;
        if (spec.Template is not null)
        {
            PodDefaults.Apply(spec.Template);
        }
    }
}
