using System.Globalization;
using System.Net.Http.Headers;

namespace Kube.Etcd.Grpc;

/// <summary>What went wrong, from what HTTP or gRPC says about it.</summary>
internal static class GrpcFailure
{
    private const string CompactedMessage = "required revision has been compacted";

    /// <summary>The failure that headers or trailers report; null when they report success or nothing.</summary>
    public static EtcdException? In(HttpHeaders headers)
    {
        if (!headers.TryGetValues("grpc-status", out var values) || values.First() == "0")
        {
            return null;
        }

        var code = int.TryParse(values.First(), CultureInfo.InvariantCulture, out var number) && Enum.IsDefined((EtcdCode)number) ? (EtcdCode)number : EtcdCode.Unknown;
        var message = headers.TryGetValues("grpc-message", out var texts) ? Uri.UnescapeDataString(texts.First()) : code.ToString();
        return code == EtcdCode.OutOfRange && message.Contains(CompactedMessage, StringComparison.Ordinal)
            ? new EtcdCompactedException(0)
            : new EtcdException(code, message);
    }

    /// <summary>The failure of an answer that is not gRPC at all; null when it is.</summary>
    public static EtcdException? Of(HttpResponseMessage response) =>
        (int)response.StatusCode == 200 && response.Content.Headers.ContentType?.MediaType?.StartsWith("application/grpc", StringComparison.Ordinal) == true
            ? In(response.Headers)
            : new EtcdException(EtcdCode.Unavailable, $"{response.RequestMessage?.RequestUri?.Authority} answered HTTP {(int)response.StatusCode}, not gRPC");

    /// <summary>The failure of a connection.</summary>
    public static EtcdException Of(Exception exception, Uri endpoint) => exception switch
    {
        EtcdException known => known,
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.VersionNegotiationError } =>
            new EtcdException(EtcdCode.Unavailable, $"{endpoint.Authority} cannot be reached: {Innermost(exception)}", exception) { NotSent = true },
        OperationCanceledException { InnerException: TimeoutException } =>
            new EtcdException(EtcdCode.Unavailable, $"{endpoint.Authority} cannot be reached: {exception.Message}", exception) { NotSent = true },
        OperationCanceledException => new EtcdException(EtcdCode.DeadlineExceeded, $"{endpoint.Authority} did not answer in time", exception),
        _ => new EtcdException(EtcdCode.Unavailable, $"the connection to {endpoint.Authority} broke: {Innermost(exception)}", exception),
    };

    private static string Innermost(Exception exception) => exception.GetBaseException().Message;
}
