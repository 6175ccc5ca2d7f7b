using Kube.Api.AdmissionRegistration.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.AdmissionRegistration;

/// <summary>The rules of a MutatingAdmissionPolicy.</summary>
internal static class MutationValidation
{
    private static readonly FieldPath s_spec = FieldPath.Of("spec");

    public static void Check(MutatingAdmissionPolicySpec spec, FieldErrors errors)
    {
        FieldRules.OneOf(spec.FailurePolicy, s_spec.Child("failurePolicy"), errors, FailurePolicyType.Fail, FailurePolicyType.Ignore);
        FieldRules.OneOf(spec.ReinvocationPolicy, s_spec.Child("reinvocationPolicy"), errors, ReinvocationPolicyType.IfNeeded, ReinvocationPolicyType.Never);
        MatchResourcesValidation.CheckKind(spec.ParamKind, s_spec.Child("paramKind"), errors);
        MatchResourcesValidation.CheckConstraints(spec.MatchConstraints, s_spec.Child("matchConstraints"), errors);
        CheckOperations(spec.MatchConstraints?.ResourceRules ?? [], s_spec.Child("matchConstraints").Child("resourceRules"), errors);
        MatchConditionValidation.Check(spec.MatchConditions ?? [], s_spec.Child("matchConditions"), errors);
        ExpressionRules.Variables(spec.Variables ?? [], s_spec.Child("variables"), errors);
        if (spec.Mutations is not { Count: > 0 })
        {
            errors.Required(s_spec.Child("mutations"), "mutations must contain at least one item");
        }

        for (var i = 0; i < (spec.Mutations?.Count ?? 0); i++)
        {
            Check(spec.Mutations![i], s_spec.Child("mutations").Index(i), errors);
        }
    }

    /// <summary>A deletion has no object that could be changed.</summary>
    private static void CheckOperations(List<NamedRuleWithOperations> rules, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            for (var j = 0; j < (rules[i].Operations?.Count ?? 0); j++)
            {
                if (rules[i].Operations![j] == OperationType.Delete)
                {
                    errors.NotSupported(path.Index(i).Child("operations").Index(j), OperationType.Delete, OperationType.All, OperationType.Connect, OperationType.Create, OperationType.Update);
                }
            }
        }
    }

    private static void Check(Mutation mutation, FieldPath path, FieldErrors errors)
    {
        FieldRules.OneOf(mutation.PatchType, path.Child("patchType"), errors, PatchType.ApplyConfiguration, PatchType.JSONPatch);
        var forms = new[]
        {
            (Type: PatchType.ApplyConfiguration, Field: "applyConfiguration", IsSet: mutation.ApplyConfiguration is not null, mutation.ApplyConfiguration?.Expression),
            (Type: PatchType.JSONPatch, Field: "jsonPatch", IsSet: mutation.JsonPatch is not null, mutation.JsonPatch?.Expression),
        };
        foreach (var (type, field, isSet, expression) in forms)
        {
            if (isSet && mutation.PatchType != type)
            {
                errors.Forbidden(path.Child(field), $"must not be specified when patchType is {mutation.PatchType}");
            }
            else if (!isSet && mutation.PatchType == type)
            {
                errors.Required(path.Child(field), $"must be specified when patchType is {type}");
            }
            else if (isSet)
            {
                ExpressionRules.Required(expression, path.Child(field).Child("expression"), errors);
            }
        }
    }
}
