using Kube.Api.Core.V1;
using Kube.Api.NodeApi.V1;
using Kube.Api.Resources.Core;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.NodeApi;

/// <summary>The rules of a RuntimeClass.</summary>
internal static class RuntimeClassValidation
{
    public static void Check(RuntimeClass runtime, FieldErrors errors)
    {
        if (ObjectNames.DnsLabelError(runtime.Handler ?? "") is { } problem)
        {
            errors.Invalid(FieldPath.Of("handler"), runtime.Handler ?? "", problem);
        }

        ResourceValidation.Check(new ResourceRequirements { Limits = runtime.Overhead?.PodFixed }, FieldPath.Of("overhead"), errors);
        var path = FieldPath.Of("scheduling");
        LabelRules.CheckLabels(runtime.Scheduling?.NodeSelector, path.Child("nodeSelector"), errors);
        CheckTolerations(runtime.Scheduling?.Tolerations ?? [], path.Child("tolerations"), errors);
    }

    private static void CheckTolerations(List<Toleration> tolerations, FieldPath path, FieldErrors errors)
    {
        TolerationValidation.Check(tolerations, path, errors);
        for (var i = 1; i < tolerations.Count; i++)
        {
            if (tolerations.Take(i).Any(t => Wire.Same(t, tolerations[i])))
            {
                errors.Duplicate(path.Index(i), FieldRules.Shown(tolerations[i]));
            }
        }
    }
}
