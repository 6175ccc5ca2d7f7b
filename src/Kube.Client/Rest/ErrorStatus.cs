using System.Text;
using Kube.Api.Meta.V1;

namespace Kube.Client;

/// <summary>A Status for answers that carry none.</summary>
internal static class ErrorStatus
{
    private const int LongestExcerpt = 300;

    public static Status FromHttp(HttpResponseMessage response, byte[] body)
    {
        var code = (int)response.StatusCode;
        var text = Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, LongestExcerpt)).Trim();
        return new Status
        {
            ApiVersion = "v1",
            Kind = "Status",
            Result = "Failure",
            Code = code,
            Reason = ReasonOf(code),
            Message = text.Length > 0 ? text : $"the server answered {code} {response.ReasonPhrase}".TrimEnd(),
        };
    }

    private static string ReasonOf(int code) => code switch
    {
        400 => StatusReason.BadRequest,
        401 => StatusReason.Unauthorized,
        403 => StatusReason.Forbidden,
        404 => StatusReason.NotFound,
        405 => StatusReason.MethodNotAllowed,
        409 => StatusReason.Conflict,
        410 => StatusReason.Gone,
        413 => StatusReason.RequestEntityTooLarge,
        415 => StatusReason.UnsupportedMediaType,
        422 => StatusReason.Invalid,
        429 => StatusReason.TooManyRequests,
        503 => StatusReason.ServiceUnavailable,
        504 => StatusReason.Timeout,
        _ => StatusReason.InternalError,
    };
}
