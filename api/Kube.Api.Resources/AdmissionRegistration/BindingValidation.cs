using Kube.Api.AdmissionRegistration.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.AdmissionRegistration;

/// <summary>The rules of bindings of both sorts of policies.</summary>
internal static class BindingValidation
{
    private const string OnlyOne = "name and selector are mutually exclusive";
    private static readonly FieldPath s_spec = FieldPath.Of("spec");
    private static readonly string[] s_actions = [ValidationAction.Audit, ValidationAction.Deny, ValidationAction.Warn];

    public static void Check(ValidatingAdmissionPolicyBindingSpec spec, FieldErrors errors)
    {
        Check(spec.PolicyName, spec.ParamRef, spec.MatchResources, errors);
        CheckActions(spec.ValidationActions ?? [], s_spec.Child("validationActions"), errors);
    }

    public static void Check(MutatingAdmissionPolicyBindingSpec spec, FieldErrors errors) => Check(spec.PolicyName, spec.ParamRef, spec.MatchResources, errors);

    private static void Check(string? policy, ParamRef? parameters, MatchResources? match, FieldErrors errors)
    {
        FieldRules.Required(policy, s_spec.Child("policyName"), errors);
        FieldRules.Name(policy, ObjectNames.DnsSubdomainError, s_spec.Child("policyName"), errors);
        Check(parameters, s_spec.Child("paramRef"), errors);
        MatchResourcesValidation.Check(match, s_spec.Child("matchResources"), errors);
    }

    private static void Check(ParamRef? reference, FieldPath path, FieldErrors errors)
    {
        if (reference is null)
        {
            return;
        }

        var named = !string.IsNullOrEmpty(reference.Name);
        FieldRules.Name(reference.Name, ObjectNames.DnsSubdomainError, path.Child("name"), errors);
        LabelSelectorValidation.Check(reference.Selector, path.Child("selector"), errors);
        if (named && reference.Selector is not null)
        {
            errors.Forbidden(path.Child("name"), OnlyOne);
            errors.Forbidden(path.Child("selector"), OnlyOne);
        }

        if (!named && reference.Selector is null)
        {
            errors.Required(path, "one of name or selector must be specified");
        }

        FieldRules.OneOf(reference.ParameterNotFoundAction, path.Child("parameterNotFoundAction"), errors, ParameterNotFoundActionType.Allow, ParameterNotFoundActionType.Deny);
    }

    private static void CheckActions(List<string> actions, FieldPath path, FieldErrors errors)
    {
        if (actions.Count == 0)
        {
            errors.Required(path, "at least one validation action is required");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < actions.Count; i++)
        {
            if (!s_actions.Contains(actions[i]))
            {
                errors.NotSupported(path.Index(i), actions[i], s_actions);
            }

            if (!seen.Add(actions[i]))
            {
                errors.Duplicate(path.Index(i), actions[i]);
            }
        }

        if (seen.Contains(ValidationAction.Deny) && seen.Contains(ValidationAction.Warn))
        {
            errors.Invalid(path, FieldRules.Shown(actions), "must not contain both Deny and Warn (repeating the same validation failure information in the API response and headers serves no purpose)");
        }
    }
}
