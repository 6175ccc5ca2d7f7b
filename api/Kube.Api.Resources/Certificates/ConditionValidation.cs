using Kube.Api.Certificates.V1;
using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Certificates;

/// <summary>The rules of a signing request's conditions, and of who may change what of its status.</summary>
internal static class ConditionValidation
{
    private static readonly FieldPath s_conditions = FieldPath.Of("status", "conditions");
    private static readonly FieldPath s_certificate = FieldPath.Of("status", "certificate");
    private static readonly string[] s_final = [RequestConditionType.Approved, RequestConditionType.Denied, RequestConditionType.Failed];
    private static readonly string[] s_decisions = [RequestConditionType.Approved, RequestConditionType.Denied];
    private static readonly string[] s_anyStatus = [ConditionStatus.False, ConditionStatus.True, ConditionStatus.Unknown];

    public static void Check(List<CertificateSigningRequestCondition>? conditions, FieldErrors errors)
    {
        var seen = new HashSet<string>();
        for (var i = 0; i < (conditions?.Count ?? 0); i++)
        {
            var (condition, path, type) = (conditions![i], s_conditions.Index(i), conditions[i].Type ?? "");
            FieldRules.Required(type, path.Child("type"), errors);
            FieldRules.OneOf(condition.Status, path.Child("status"), errors, s_final.Contains(type) ? [ConditionStatus.True] : s_anyStatus);
            if (s_decisions.Contains(type) && s_decisions.Any(d => d != type && seen.Contains(d)))
            {
                errors.Invalid(path.Child("type"), type, "Approved and Denied conditions are mutually exclusive");
            }

            if (!seen.Add(type))
            {
                errors.Duplicate(path.Child("type"), type);
            }
        }
    }

    /// <summary>What is decided stays decided; only an approver decides; a certificate is issued once, and not by the approver.</summary>
    public static void CheckUpdate(CertificateSigningRequest request, CertificateSigningRequest old, bool mayDecide, FieldErrors errors)
    {
        foreach (var type in s_final)
        {
            var (now, before) = (Count(request.Status, type), Count(old.Status, type));
            if (now < before)
            {
                errors.Forbidden(s_conditions, $"updates may not remove a condition of type \"{type}\"");
            }

            if (now > before && !mayDecide && s_decisions.Contains(type))
            {
                errors.Forbidden(s_conditions, $"updates may not add a condition of type \"{type}\"");
            }
        }

        if (!mayDecide && old.Status?.Certificate is { Length: > 0 } issued && !issued.AsSpan().SequenceEqual(request.Status?.Certificate))
        {
            errors.Forbidden(s_certificate, "updates may not modify existing certificate content");
        }
    }

    /// <summary>A decision as it was, whatever a signer says about it.</summary>
    public static void KeepDecision(CertificateSigningRequestStatus status, CertificateSigningRequestStatus? old)
    {
        for (var i = 0; i < (status.Conditions?.Count ?? 0); i++)
        {
            var type = status.Conditions![i].Type;
            if (s_decisions.Contains(type) && old?.Conditions?.Find(c => c.Type == type) is { } before)
            {
                status.Conditions[i] = before;
            }
        }
    }

    private static int Count(CertificateSigningRequestStatus? status, string type) => status?.Conditions?.Count(c => c.Type == type) ?? 0;
}
