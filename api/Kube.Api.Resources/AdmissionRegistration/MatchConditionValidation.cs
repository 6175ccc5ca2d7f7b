using Kube.Api.AdmissionRegistration.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.AdmissionRegistration;

/// <summary>The rules of match conditions; the expressions themselves are not read.</summary>
internal static class MatchConditionValidation
{
    private const int Maximum = 64;

    public static void Check(IReadOnlyList<MatchCondition> conditions, FieldPath path, FieldErrors errors)
    {
        if (conditions.Count > Maximum)
        {
            errors.TooMany(path, conditions.Count, Maximum);
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < conditions.Count; i++)
        {
            var (condition, at) = (conditions[i], path.Index(i));
            ExpressionRules.Required(condition.Expression, at.Child("expression"), errors, "");
            FieldRules.Required(condition.Name, at.Child("name"), errors);
            if (condition.Name is not { Length: > 0 } name)
            {
                continue;
            }

            FieldRules.QualifiedName(name, at.Child("name"), errors);
            if (!names.Add(name))
            {
                errors.Duplicate(at.Child("name"), name);
            }
        }
    }
}
