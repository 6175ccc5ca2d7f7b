using Kube.Api.AdmissionRegistration.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.AdmissionRegistration;

/// <summary>The rules of how a webhook is reached.</summary>
internal static class WebhookClientValidation
{
    private const string Form = "; desired format: https://host[/path]";

    public static void Check(WebhookClientConfig? client, FieldPath path, FieldErrors errors)
    {
        switch (client)
        {
            case { Url: { } url, Service: null }:
                CheckUrl(url, path.Child("url"), errors);
                break;
            case { Url: null, Service: { } service }:
                CheckService(service, path.Child("service"), errors);
                break;
            default:
                errors.Required(path, "exactly one of url or service is required");
                break;
        }
    }

    private static void CheckUrl(string text, FieldPath path, FieldErrors errors)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url))
        {
            errors.Required(path, $"url must be a valid URL: {text}{Form}");
            return;
        }

        if (url.Scheme != Uri.UriSchemeHttps)
        {
            errors.Invalid(path, url.Scheme, "'https' is the only allowed URL scheme" + Form);
        }

        if (url.Host.Length == 0)
        {
            errors.Invalid(path, url.Host, "host must be specified" + Form);
        }

        if (url.UserInfo.Length > 0)
        {
            errors.Invalid(path, url.UserInfo, "user information is not permitted in the URL");
        }

        if (url.Fragment.Length > 1)
        {
            errors.Invalid(path, url.Fragment[1..], "fragments are not permitted in the URL");
        }

        if (url.Query.Length > 1)
        {
            errors.Invalid(path, url.Query[1..], "query parameters are not permitted in the URL");
        }
    }

    private static void CheckService(ServiceReference service, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(service.Name, path.Child("name"), errors, "service name is required");
        FieldRules.Required(service.Namespace, path.Child("namespace"), errors, "service namespace is required");
        if (service.Port is < 1 or > 65535)
        {
            errors.Invalid(path.Child("port"), service.Port, "port is not valid: must be between 1 and 65535, inclusive");
        }

        if (service.Path is { Length: > 0 } and not "/")
        {
            CheckPath(service.Path, path.Child("path"), errors);
        }
    }

    private static void CheckPath(string text, FieldPath path, FieldErrors errors)
    {
        if (text == "//")
        {
            errors.Invalid(path, text, "segment[0] may not be empty");
            return;
        }

        if (!text.StartsWith('/'))
        {
            errors.Invalid(path, text, "must start with a '/'");
        }

        var steps = text[1..];
        var segments = (steps.EndsWith('/') ? steps[..^1] : steps).Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            if (segments[i].Length == 0)
            {
                errors.Invalid(path, text, $"segment[{i}] may not be empty");
            }
            else if (ObjectNames.DnsSubdomainError(segments[i]) is { } problem)
            {
                errors.Invalid(path, text, $"segment[{i}]: {problem}");
            }
        }
    }
}
