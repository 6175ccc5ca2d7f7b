using Kube.Api.Networking.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Networking;

/// <summary>The rules of an Ingress.</summary>
internal static class IngressValidation
{
    /// <summary>How the class was named before there was a field for it.</summary>
    public const string ClassAnnotation = "kubernetes.io/ingress.class";

    private static readonly FieldPath s_spec = FieldPath.Of("spec");
    private static readonly string[] s_badSequences = ["//", "/./", "/../", "%2f", "%2F"];
    private static readonly string[] s_badEnds = ["/..", "/."];

    public static void Check(Ingress ingress, FieldErrors errors)
    {
        var spec = ingress.Spec ?? new IngressSpec();
        if (spec.Rules is not { Count: > 0 } && spec.DefaultBackend is null)
        {
            errors.Invalid(s_spec, FieldRules.Shown(spec.Rules), "either `defaultBackend` or `rules` must be specified");
        }

        if (spec.DefaultBackend is { } backend)
        {
            BackendValidation.Check(backend, s_spec.Child("defaultBackend"), errors);
        }

        for (var i = 0; i < (spec.Rules?.Count ?? 0); i++)
        {
            CheckRule(spec.Rules![i], s_spec.Child("rules").Index(i), errors);
        }

        for (var i = 0; i < (spec.Tls?.Count ?? 0); i++)
        {
            CheckTls(spec.Tls![i], s_spec.Child("tls").Index(i), errors);
        }

        if (spec.IngressClassName is { } name && ObjectNames.DnsSubdomainError(name) is { } problem)
        {
            errors.Invalid(s_spec.Child("ingressClassName"), name, problem);
        }
    }

    /// <summary>A new Ingress does not name two classes.</summary>
    public static void CheckClass(Ingress ingress, FieldErrors errors)
    {
        if (ingress.Spec?.IngressClassName is { } name && ingress.Metadata?.Annotations?.GetValueOrDefault(ClassAnnotation) is { } annotated && annotated != name)
        {
            errors.Invalid(FieldPath.Of("annotations", ClassAnnotation), annotated, "must match `ingressClassName` when both are specified");
        }
    }

    public static void CheckStatus(IngressStatus? status, FieldErrors errors)
    {
        var path = FieldPath.Of("status", "loadBalancer", "ingress");
        var points = status?.LoadBalancer?.Ingress ?? [];
        for (var i = 0; i < points.Count; i++)
        {
            if (!string.IsNullOrEmpty(points[i].Ip))
            {
                FieldRules.IP(points[i].Ip, path.Index(i).Child("ip"), errors);
            }

            if (points[i].Hostname is { Length: > 0 } host)
            {
                FieldRules.Name(host, ObjectNames.DnsSubdomainError, path.Index(i).Child("hostname"), errors);
                HostRules.CheckNoAddress(host, path.Index(i).Child("hostname"), errors);
            }
        }
    }

    private static void CheckRule(IngressRule rule, FieldPath path, FieldErrors errors)
    {
        if (rule.Host is { Length: > 0 } host)
        {
            HostRules.CheckNoAddress(host, path.Child("host"), errors);
            HostRules.Check(host, path.Child("host"), errors);
        }

        if (rule.Http is not { } http)
        {
            return;
        }

        var paths = path.Child("http", "paths");
        if (http.Paths is not { Count: > 0 })
        {
            errors.Required(paths);
        }

        for (var i = 0; i < (http.Paths?.Count ?? 0); i++)
        {
            CheckPath(http.Paths![i], paths.Index(i), errors);
        }
    }

    private static void CheckPath(HTTPIngressPath http, FieldPath path, FieldErrors errors)
    {
        var (text, at) = (http.Path ?? "", path.Child("path"));
        switch (http.PathType)
        {
            case null:
                errors.Required(path.Child("pathType"), "pathType must be specified");
                return;
            case PathType.Exact or PathType.Prefix:
                CheckAbsolute(text, at, errors);
                foreach (var bad in s_badSequences.Where(b => text.Contains(b, StringComparison.Ordinal)))
                {
                    errors.Invalid(at, text, $"must not contain '{bad}'");
                }

                foreach (var bad in s_badEnds.Where(b => text.EndsWith(b, StringComparison.Ordinal)))
                {
                    errors.Invalid(at, text, $"cannot end with '{bad}'");
                }

                break;
            case PathType.ImplementationSpecific:
                if (text.Length > 0)
                {
                    CheckAbsolute(text, at, errors);
                }

                break;
            default:
                errors.NotSupported(path.Child("pathType"), http.PathType, PathType.Exact, PathType.ImplementationSpecific, PathType.Prefix);
                break;
        }

        BackendValidation.Check(http.Backend ?? new IngressBackend(), path.Child("backend"), errors);
    }

    private static void CheckAbsolute(string text, FieldPath path, FieldErrors errors)
    {
        if (!text.StartsWith('/'))
        {
            errors.Invalid(path, text, "must be an absolute path");
        }
    }

    private static void CheckTls(IngressTLS tls, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < (tls.Hosts?.Count ?? 0); i++)
        {
            HostRules.Check(tls.Hosts![i], path.Child("hosts").Index(i), errors);
        }

        FieldRules.Name(tls.SecretName, ObjectNames.DnsSubdomainError, path.Child("secretName"), errors);
    }
}
