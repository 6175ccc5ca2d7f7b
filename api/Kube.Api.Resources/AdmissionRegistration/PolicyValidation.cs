using Kube.Api.AdmissionRegistration.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.AdmissionRegistration;

/// <summary>The rules of a ValidatingAdmissionPolicy.</summary>
internal static class PolicyValidation
{
    private const string OneOfBoth = "validations or auditAnnotations must contain at least one item";
    private const int MaximumAnnotations = 20;
    private const int MaximumValueLength = 5 * 1024;
    private static readonly FieldPath s_spec = FieldPath.Of("spec");
    private static readonly string[] s_reasons = ["Forbidden", "Invalid", "RequestEntityTooLarge", "Unauthorized"];

    public static void Check(ValidatingAdmissionPolicy policy, FieldErrors errors)
    {
        var spec = policy.Spec ?? new ValidatingAdmissionPolicySpec();
        FieldRules.OneOf(spec.FailurePolicy, s_spec.Child("failurePolicy"), errors, FailurePolicyType.Fail, FailurePolicyType.Ignore);
        MatchResourcesValidation.CheckKind(spec.ParamKind, s_spec.Child("paramKind"), errors);
        MatchResourcesValidation.CheckConstraints(spec.MatchConstraints, s_spec.Child("matchConstraints"), errors);
        MatchConditionValidation.Check(spec.MatchConditions ?? [], s_spec.Child("matchConditions"), errors);
        ExpressionRules.Variables(spec.Variables ?? [], s_spec.Child("variables"), errors);
        if (spec.Validations is not { Count: > 0 } && spec.AuditAnnotations is not { Count: > 0 })
        {
            errors.Required(s_spec.Child("validations"), OneOfBoth);
            errors.Required(s_spec.Child("auditAnnotations"), OneOfBoth);
        }

        for (var i = 0; i < (spec.Validations?.Count ?? 0); i++)
        {
            Check(spec.Validations![i], s_spec.Child("validations").Index(i), errors);
        }

        CheckAnnotations(policy.Metadata?.Name, spec.AuditAnnotations ?? [], s_spec.Child("auditAnnotations"), errors);
    }

    private static void Check(Validation validation, FieldPath path, FieldErrors errors)
    {
        ExpressionRules.Required(validation.Expression, path.Child("expression"), errors);
        if (validation.MessageExpression is { Length: > 0 } expression && string.IsNullOrWhiteSpace(expression))
        {
            errors.Invalid(path.Child("messageExpression"), expression, "must be non-empty if specified");
        }

        var (message, text) = (validation.Message ?? "", validation.Message?.Trim() ?? "");
        if (message.Length > 0 && text.Length == 0)
        {
            errors.Invalid(path.Child("message"), message, "message must be non-empty if specified");
        }
        else if (HasLineBreaks(text))
        {
            errors.Invalid(path.Child("message"), message, "message must not contain line breaks");
        }
        else if (text.Length == 0 && HasLineBreaks(validation.Expression?.Trim() ?? ""))
        {
            errors.Required(path.Child("message"), "message must be specified if expression contains line breaks");
        }

        FieldRules.AbsentOrOneOf(validation.Reason, path.Child("reason"), errors, s_reasons);
    }

    private static bool HasLineBreaks(string text) => text.AsSpan().ContainsAny('\n', '\r');

    private static void CheckAnnotations(string? policy, List<AuditAnnotation> annotations, FieldPath path, FieldErrors errors)
    {
        if (annotations.Count > MaximumAnnotations)
        {
            errors.Invalid(path, FieldRules.Shown(annotations), $"must not have more than {MaximumAnnotations} auditAnnotations");
        }

        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < annotations.Count; i++)
        {
            var (key, value, at) = (annotations[i].Key ?? "", annotations[i].ValueExpression, path.Index(i));
            foreach (var problem in LabelRules.QualifiedNameErrors(string.IsNullOrEmpty(policy) ? key : $"{policy}/{key}"))
            {
                errors.Invalid(at.Child("key"), key, problem);
            }

            if (!keys.Add(key))
            {
                errors.Duplicate(at.Child("key"), key);
            }

            ExpressionRules.Required(value, at.Child("valueExpression"), errors, "valueExpression is not specified");
            if (value?.Length > MaximumValueLength)
            {
                errors.TooLong(at.Child("valueExpression"), MaximumValueLength);
            }
        }
    }
}
