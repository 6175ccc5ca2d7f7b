namespace Kube.Api.Meta.V1;

/// <summary>The names the API knows for <c>StatusReason</c>; on the wire it is a string.</summary>
public static class StatusReason
{
    /// <summary>No reason given.</summary>
    public const string None = "";
    /// <summary>401: who are you?</summary>
    public const string Unauthorized = "Unauthorized";
    /// <summary>403: not allowed.</summary>
    public const string Forbidden = "Forbidden";
    /// <summary>404: there is no such thing.</summary>
    public const string NotFound = "NotFound";
    /// <summary>409: the name is taken.</summary>
    public const string AlreadyExists = "AlreadyExists";
    /// <summary>409: somebody else changed it.</summary>
    public const string Conflict = "Conflict";
    /// <summary>410: no longer there.</summary>
    public const string Gone = "Gone";
    /// <summary>422: some fields are wrong.</summary>
    public const string Invalid = "Invalid";
    /// <summary>The server could not do it in time; try again.</summary>
    public const string ServerTimeout = "ServerTimeout";
    /// <summary>The stored object cannot be read.</summary>
    public const string StorageReadError = "StorageReadError";
    /// <summary>The call took too long.</summary>
    public const string Timeout = "Timeout";
    /// <summary>429: later, please.</summary>
    public const string TooManyRequests = "TooManyRequests";
    /// <summary>400: the request makes no sense.</summary>
    public const string BadRequest = "BadRequest";
    /// <summary>405: not with this resource.</summary>
    public const string MethodNotAllowed = "MethodNotAllowed";
    /// <summary>406: no format the client takes.</summary>
    public const string NotAcceptable = "NotAcceptable";
    /// <summary>413: the body is too large.</summary>
    public const string RequestEntityTooLarge = "RequestEntityTooLarge";
    /// <summary>415: no format the server takes.</summary>
    public const string UnsupportedMediaType = "UnsupportedMediaType";
    /// <summary>500: the server failed.</summary>
    public const string InternalError = "InternalError";
    /// <summary>410: the version asked for is too old.</summary>
    public const string Expired = "Expired";
    /// <summary>503: not now.</summary>
    public const string ServiceUnavailable = "ServiceUnavailable";
}
