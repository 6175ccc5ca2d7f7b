using Kube.Api.Authentication.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Authentication;

/// <summary>Defaults and rules of a TokenRequest, which is no resource of its own: it is sent to the <c>token</c> subresource of a ServiceAccount.</summary>
public static class TokenRequestValidation
{
    private const long DefaultSeconds = 60 * 60;
    private const long MinimumSeconds = 10 * 60;
    private const long MaximumSeconds = 1L << 32;
    private static readonly FieldPath s_seconds = FieldPath.Of("spec", "expirationSeconds");

    /// <summary>Fills in the lifetime.</summary>
    public static void Default(TokenRequest request)
    {
        request.Spec ??= new TokenRequestSpec();
        request.Spec.ExpirationSeconds ??= DefaultSeconds;
    }

    /// <summary>The errors of a request that has its defaults.</summary>
    public static void Check(TokenRequest request, FieldErrors errors)
    {
        if (request.Spec!.ExpirationSeconds < MinimumSeconds)
        {
            errors.Invalid(s_seconds, request.Spec.ExpirationSeconds, "may not specify a duration less than 10 minutes");
        }

        if (request.Spec.ExpirationSeconds > MaximumSeconds)
        {
            errors.Invalid(s_seconds, request.Spec.ExpirationSeconds, "may not specify a duration larger than 2^32 seconds");
        }
    }
}
