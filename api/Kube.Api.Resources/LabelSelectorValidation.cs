using Kube.Api.Meta.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources;

/// <summary>The rules of label selectors inside objects.</summary>
internal static class LabelSelectorValidation
{
    public static void Check(LabelSelector? selector, FieldPath path, FieldErrors errors)
    {
        LabelRules.CheckLabels(selector?.MatchLabels, path.Child("matchLabels"), errors);
        var expressions = selector?.MatchExpressions ?? [];
        for (var i = 0; i < expressions.Count; i++)
        {
            Check(expressions[i], path.Child("matchExpressions").Index(i), errors);
        }
    }

    private static void Check(LabelSelectorRequirement requirement, FieldPath path, FieldErrors errors)
    {
        var some = requirement.Values is { Count: > 0 };
        switch (requirement.Operator)
        {
            case LabelSelectorOperator.In or LabelSelectorOperator.NotIn when !some:
                errors.Required(path.Child("values"), "must be specified when `operator` is 'In' or 'NotIn'");
                break;
            case LabelSelectorOperator.Exists or LabelSelectorOperator.DoesNotExist when some:
                errors.Forbidden(path.Child("values"), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
                break;
            case LabelSelectorOperator.In or LabelSelectorOperator.NotIn or LabelSelectorOperator.Exists or LabelSelectorOperator.DoesNotExist:
                break;
            default:
                errors.Invalid(path.Child("operator"), requirement.Operator ?? "", "not a valid selector operator");
                break;
        }

        FieldRules.QualifiedName(requirement.Key, path.Child("key"), errors);
        for (var i = 0; i < (requirement.Values?.Count ?? 0); i++)
        {
            if (LabelRules.ValueError(requirement.Values![i]) is { } problem)
            {
                errors.Invalid(path.Child("values").Index(i), requirement.Values[i], problem);
            }
        }
    }
}
