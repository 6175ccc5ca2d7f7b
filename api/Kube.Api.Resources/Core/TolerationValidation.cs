using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of a pod's tolerations and of a node's taints.</summary>
internal static class TolerationValidation
{
    private static readonly string[] s_effects = [TaintEffect.NoSchedule, TaintEffect.PreferNoSchedule, TaintEffect.NoExecute];

    public static void Check(List<Toleration> tolerations, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < tolerations.Count; i++)
        {
            Check(tolerations[i], path.Index(i), errors);
        }
    }

    public static void CheckTaints(List<Taint> taints, FieldPath path, FieldErrors errors)
    {
        var seen = new HashSet<(string?, string?)>();
        for (var i = 0; i < taints.Count; i++)
        {
            var (taint, at) = (taints[i], path.Index(i));
            FieldRules.QualifiedName(taint.Key, at.Child("key"), errors);
            if (LabelRules.ValueError(taint.Value ?? "") is { } problem)
            {
                errors.Invalid(at.Child("value"), taint.Value, problem);
            }

            FieldRules.OneOf(taint.Effect, at.Child("effect"), errors, s_effects);
            if (!seen.Add((taint.Key, taint.Effect)))
            {
                errors.Duplicate(at, FieldRules.Shown(taint));
            }
        }
    }

    private static void Check(Toleration toleration, FieldPath path, FieldErrors errors)
    {
        var hasKey = !string.IsNullOrEmpty(toleration.Key);
        if (hasKey)
        {
            FieldRules.QualifiedName(toleration.Key, path.Child("key"), errors);
        }
        else if (toleration.Operator != TolerationOperator.Exists)
        {
            errors.Invalid(path.Child("operator"), toleration.Operator ?? "", "operator must be Exists when `key` is empty, which means \"match all values and all keys\"");
        }

        if (toleration.TolerationSeconds is not null && toleration.Effect != TaintEffect.NoExecute)
        {
            errors.Invalid(path.Child("effect"), toleration.Effect ?? "", "effect must be 'NoExecute' when `tolerationSeconds` is set");
        }

        switch (toleration.Operator)
        {
            case TolerationOperator.Equal or "" or null:
                if (LabelRules.ValueError(toleration.Value ?? "") is { } problem)
                {
                    errors.Invalid(path.Child("operator"), toleration.Value, problem);
                }

                break;
            case TolerationOperator.Exists when !string.IsNullOrEmpty(toleration.Value):
                errors.Invalid(path.Child("operator"), FieldRules.Shown(toleration), "value must be empty when `operator` is 'Exists'");
                break;
            case TolerationOperator.Exists:
                break;
            default:
                errors.NotSupported(path.Child("operator"), toleration.Operator, TolerationOperator.Equal, TolerationOperator.Exists);
                break;
        }

        FieldRules.AbsentOrOneOf(toleration.Effect, path.Child("effect"), errors, s_effects);
    }
}
