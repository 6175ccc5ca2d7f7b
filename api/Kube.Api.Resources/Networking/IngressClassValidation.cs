using Kube.Api.Networking.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Networking;

/// <summary>The rules of an IngressClass.</summary>
internal static class IngressClassValidation
{
    /// <summary>Parameters in an object without namespace.</summary>
    public const string ClusterScope = "Cluster";

    private const string NamespaceScope = "Namespace";
    private const int LongestController = 250;
    private const string PathCharacters = "/-._~%!$&'()*+,;=:";
    private static readonly FieldPath s_spec = FieldPath.Of("spec");

    public static void Check(IngressClassSpec spec, FieldErrors errors)
    {
        CheckController(spec.Controller ?? "", s_spec.Child("controller"), errors);
        if (spec.Parameters is { } parameters)
        {
            CheckParameters(parameters, s_spec.Child("parameters"), errors);
        }
    }

    private static void CheckController(string controller, FieldPath path, FieldErrors errors)
    {
        if (controller.Length > LongestController)
        {
            errors.TooLong(path, LongestController);
        }

        if (controller.Length == 0)
        {
            errors.Required(path);
            return;
        }

        var parts = controller.Split('/', 2);
        if (parts is not [{ Length: > 0 } domain, { Length: > 0 } rest])
        {
            errors.Invalid(path, controller, "must be a domain-prefixed path (such as \"acme.io/foo\")");
            return;
        }

        FieldRules.Name(domain, ObjectNames.DnsSubdomainError, path, errors);
        if (!rest.All(c => char.IsAsciiLetterOrDigit(c) || PathCharacters.Contains(c, StringComparison.Ordinal)))
        {
            errors.Invalid(path, rest, $"Invalid path (regex used for validation is '[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+')");
        }
    }

    private static void CheckParameters(IngressClassParametersReference parameters, FieldPath path, FieldErrors errors)
    {
        BackendValidation.CheckReference(parameters.ApiGroup, parameters.Kind, parameters.Name, path, errors);
        switch (parameters.Scope)
        {
            case null:
                errors.Required(path.Child("scope"));
                break;
            case ClusterScope when parameters.Namespace is not null:
                errors.Forbidden(path.Child("namespace"), "`parameters.scope` is set to 'Cluster'");
                break;
            case NamespaceScope when parameters.Namespace is null:
                errors.Required(path.Child("namespace"), "`parameters.scope` is set to 'Namespace'");
                break;
            case NamespaceScope when ObjectNames.DnsLabelError(parameters.Namespace!) is { } problem:
                errors.Invalid(path.Child("namespace"), parameters.Namespace, problem);
                break;
            case ClusterScope or NamespaceScope:
                break;
            default:
                errors.NotSupported(path.Child("scope"), parameters.Scope, ClusterScope, NamespaceScope);
                break;
        }
    }
}
