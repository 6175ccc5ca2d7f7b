using Kube.Api.Networking.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Networking;

/// <summary>The rules of where an Ingress sends requests, and of references by kind and name.</summary>
internal static class BackendValidation
{
    public static void Check(IngressBackend backend, FieldPath path, FieldErrors errors)
    {
        switch (backend)
        {
            case { Service: not null, Resource: not null }:
                errors.Invalid(path, "", "cannot set both resource and service backends");
                break;
            case { Resource: { } resource }:
                CheckReference(resource.ApiGroup, resource.Kind, resource.Name, path.Child("resource"), errors);
                break;
            case { Service: { } service }:
                CheckService(service, path, errors);
                break;
            default:
                errors.Invalid(path, "", "resource or service backend is required");
                break;
        }
    }

    /// <summary>An object by group, kind and name.</summary>
    public static void CheckReference(string? group, string? kind, string? name, FieldPath path, FieldErrors errors)
    {
        if (group is not null && ObjectNames.DnsSubdomainError(group) is { } problem)
        {
            errors.Invalid(path.Child("apiGroup"), group, problem);
        }

        FieldRules.Required(kind, path.Child("kind"), errors, "kind is required");
        FieldRules.Name(kind, ObjectNames.PathSegmentError, path.Child("kind"), errors);
        FieldRules.Required(name, path.Child("name"), errors, "name is required");
        FieldRules.Name(name, ObjectNames.PathSegmentError, path.Child("name"), errors);
    }

    private static void CheckService(IngressServiceBackend service, FieldPath path, FieldErrors errors)
    {
        var at = path.Child("service");
        FieldRules.Required(service.Name, at.Child("name"), errors);
        FieldRules.Name(service.Name, ObjectNames.Dns1035LabelError, at.Child("name"), errors);
        var (name, number) = (service.Port?.Name ?? "", service.Port?.Number ?? 0);
        if (name.Length > 0 && number != 0)
        {
            errors.Invalid(path, "", "cannot set both port name & port number");
        }
        else if (name.Length > 0)
        {
            FieldRules.PortName(name, at.Child("port", "name"), errors);
        }
        else if (number != 0)
        {
            FieldRules.Port(number, at.Child("port", "number"), errors);
        }
        else
        {
            errors.Required(path, "port name or number is required");
        }
    }
}
