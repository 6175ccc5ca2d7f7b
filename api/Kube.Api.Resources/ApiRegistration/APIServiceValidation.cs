using Kube.Api.ApiRegistration.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.ApiRegistration;

/// <summary>The rules of an APIService.</summary>
internal static class APIServiceValidation
{
    private const int MaximumGroupPriority = 20000;
    private const int MaximumVersionPriority = 1000;
    private static readonly FieldPath s_spec = FieldPath.Of("spec");

    public static void Check(APIService obj, FieldErrors errors)
    {
        var spec = obj.Spec ?? new APIServiceSpec();
        var (group, version) = (spec.Group ?? "", spec.Version ?? "");
        if (obj.Metadata?.Name is { Length: > 0 } name && name != $"{version}.{group}")
        {
            errors.Invalid(FieldPath.Of("metadata", "name"), name, $"must be `spec.version+\".\"+spec.group`: \"{version}.{group}\"");
        }

        if (group.Length == 0 && version != "v1")
        {
            errors.Required(s_spec.Child("group"), "only v1 may have an empty group and it better be legacy kube");
        }

        FieldRules.Name(group, ObjectNames.DnsSubdomainError, s_spec.Child("group"), errors);
        if (ObjectNames.Dns1035LabelError(version) is { } problem)
        {
            errors.Invalid(s_spec.Child("version"), version, problem);
        }

        CheckPriority(spec.GroupPriorityMinimum, MaximumGroupPriority, s_spec.Child("groupPriorityMinimum"), errors);
        CheckPriority(spec.VersionPriority, MaximumVersionPriority, s_spec.Child("versionPriority"), errors);
        CheckService(spec, errors);
    }

    private static void CheckPriority(int? value, int maximum, FieldPath path, FieldErrors errors)
    {
        if (value is null or <= 0 || value > maximum)
        {
            errors.Invalid(path, value ?? 0, $"must be positive and less than {maximum}");
        }
    }

    private static void CheckService(APIServiceSpec spec, FieldErrors errors)
    {
        var (bundle, insecure) = (spec.CaBundle?.Length ?? 0, spec.InsecureSkipTLSVerify == true);
        if (spec.Service is not { } service)
        {
            if (bundle > 0)
            {
                errors.Invalid(s_spec.Child("caBundle"), $"{bundle} bytes", "local APIServices may not have a caBundle");
            }

            if (insecure)
            {
                errors.Invalid(s_spec.Child("insecureSkipTLSVerify"), true, "local APIServices may not have insecureSkipTLSVerify");
            }

            return;
        }

        FieldRules.Required(service.Namespace, s_spec.Child("service").Child("namespace"), errors);
        FieldRules.Required(service.Name, s_spec.Child("service").Child("name"), errors);
        if (service.Port is < 1 or > 65535)
        {
            errors.Invalid(s_spec.Child("service").Child("port"), service.Port, "port is not valid: must be between 1 and 65535, inclusive");
        }

        if (insecure && bundle > 0)
        {
            errors.Invalid(s_spec.Child("insecureSkipTLSVerify"), true, "may not be true if caBundle is present");
        }
    }
}
