using Kube.Api.Certificates.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Certificates;

/// <summary>The rules of what is asked in a signing request.</summary>
internal static class SigningRequestValidation
{
    private const string LegacySigner = "kubernetes.io/legacy-unknown";
    private const int ShortestSeconds = 600;
    private const int LongestSigner = 253 + 1 + 63 + 1 + 253;
    private static readonly FieldPath s_spec = FieldPath.Of("spec");

    private static readonly string[] s_usages =
    [
        KeyUsage.Signing, KeyUsage.DigitalSignature, KeyUsage.ContentCommitment, KeyUsage.KeyEncipherment, KeyUsage.KeyAgreement, KeyUsage.DataEncipherment,
        KeyUsage.CertSign, KeyUsage.CrlSign, KeyUsage.EncipherOnly, KeyUsage.DecipherOnly, KeyUsage.Any, KeyUsage.ServerAuth, KeyUsage.ClientAuth,
        KeyUsage.CodeSigning, KeyUsage.EmailProtection, KeyUsage.SMime, KeyUsage.IpsecEndSystem, KeyUsage.IpsecTunnel, KeyUsage.IpsecUser,
        KeyUsage.Timestamping, KeyUsage.OcspSigning, KeyUsage.MicrosoftSgc, KeyUsage.NetscapeSgc,
    ];

    public static void Check(CertificateSigningRequestSpec spec, FieldErrors errors)
    {
        if (CertificatePem.RequestError(spec.Request) is { } problem)
        {
            errors.Invalid(s_spec.Child("request"), Convert.ToBase64String(spec.Request ?? []), problem);
        }

        CheckUsages(spec.Usages ?? [], s_spec.Child("usages"), errors);
        CheckSigner(spec.SignerName ?? "", s_spec.Child("signerName"), errors);
        if (spec.ExpirationSeconds < ShortestSeconds)
        {
            errors.Invalid(s_spec.Child("expirationSeconds"), spec.ExpirationSeconds, $"may not specify a duration less than {ShortestSeconds} seconds (10 minutes)");
        }
    }

    private static void CheckUsages(List<string> usages, FieldPath path, FieldErrors errors)
    {
        if (usages.Count == 0)
        {
            errors.Required(path, "usages must be provided");
        }

        for (var i = 0; i < usages.Count; i++)
        {
            if (!s_usages.Contains(usages[i]))
            {
                errors.NotSupported(path.Index(i), usages[i], s_usages);
            }

            if (usages.IndexOf(usages[i]) < i)
            {
                errors.Duplicate(path.Index(i), usages[i]);
            }
        }
    }

    /// <summary>A domain of at least two labels and a path: <c>example.com/signer-name</c>.</summary>
    private static void CheckSigner(string signer, FieldPath path, FieldErrors errors)
    {
        if (signer.Length == 0)
        {
            errors.Required(path);
            return;
        }

        if (signer == LegacySigner)
        {
            errors.Invalid(path, signer, "the legacy signerName is not allowed via this API version");
            return;
        }

        if (signer.Split('/') is not [var domain, var name])
        {
            errors.Invalid(path, signer, "must be a fully qualified domain and path of the form 'example.com/signer-name'");
            return;
        }

        var labels = domain.Split('.');
        CheckLabels(domain, labels, ObjectNames.DnsLabelError, path, errors);
        if (labels.Length < 2)
        {
            errors.Invalid(path, domain, "should be a domain with at least two segments separated by dots");
        }

        CheckLabels(name, name.Split('.'), ObjectNames.DnsSubdomainError, path, errors);
        if (signer.Length > LongestSigner || domain.Length > 253)
        {
            errors.TooLong(path, signer.Length > LongestSigner ? LongestSigner : 253);
        }
    }

    private static void CheckLabels(string whole, string[] labels, Func<string, string?> check, FieldPath path, FieldErrors errors)
    {
        foreach (var label in labels)
        {
            if (check(label) is { } problem)
            {
                errors.Invalid(path, whole, $"validating label \"{label}\": {problem}");
            }
        }
    }
}
