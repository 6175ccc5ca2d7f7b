using Kube.Api.Apps.V1;
using Kube.Api.Resources.Core;

namespace Kube.Api.Resources.Apps;

/// <summary>What a ReplicaSet has when its author does not say.</summary>
internal static class ReplicaSetDefaults
{
    public static void Apply(ReplicaSet set)
    {
        var spec = set.Spec ??= new ReplicaSetSpec();
        spec.Replicas ??= 1;
        spec.Template = PodDefaults.Apply(spec.Template);
    }
}
