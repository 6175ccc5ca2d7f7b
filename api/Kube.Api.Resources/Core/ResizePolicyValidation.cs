using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of what a container does when its resources change: restart, or go on.</summary>
internal static class ResizePolicyValidation
{
    public static void Check(PodSpec spec, FieldPath path, FieldErrors errors)
    {
        Check(spec, spec.Containers ?? [], path.Child("containers"), errors);
        Check(spec, spec.InitContainers ?? [], path.Child("initContainers"), errors);
    }

    private static void Check(PodSpec spec, List<Container> containers, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < containers.Count; i++)
        {
            Check(spec, containers[i].ResizePolicy ?? [], path.Index(i).Child("resizePolicy"), errors);
        }
    }

    private static void Check(PodSpec spec, List<ContainerResizePolicy> policies, FieldPath path, FieldErrors errors)
    {
        var seen = new HashSet<string?>();
        foreach (var (policy, i) in policies.Select((p, i) => (p, i)))
        {
            if (!seen.Add(policy.ResourceName))
            {
                errors.Duplicate(path.Index(i), policy.ResourceName);
            }

            FieldRules.OneOf(policy.ResourceName, path, errors, ResourceName.Cpu, ResourceName.Memory);
            FieldRules.OneOf(policy.RestartPolicy, path, errors, ResourceResizeRestartPolicy.NotRequired, ResourceResizeRestartPolicy.RestartContainer);
            if (spec.RestartPolicy == RestartPolicy.Never && policy.RestartPolicy == ResourceResizeRestartPolicy.RestartContainer)
            {
                errors.Invalid(path, policy.RestartPolicy, "must be 'NotRequired' when `restartPolicy` is 'Never'");
            }
        }
    }
}
