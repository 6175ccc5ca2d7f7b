using Kube.Api.Meta.V1;

namespace Kube.Client;

/// <summary>The server answered with an error. Connection failures are not this: they stay <see cref="HttpRequestException"/> or <see cref="IOException"/>.</summary>
public sealed class ApiException : Exception
{
    /// <summary>An error as the server described it.</summary>
    public ApiException(Status status)
        : base(status.Message is { Length: > 0 } message ? message : $"the server answered {status.Code} {status.Reason}")
    {
        Status = status;
    }

    /// <summary>What the server sent; made from the HTTP status where the body was no Status.</summary>
    public Status Status { get; }

    /// <summary>The HTTP status code.</summary>
    public int Code => Status.Code ?? 0;

    /// <summary>The machine-readable reason, one of <see cref="StatusReason"/>.</summary>
    public string Reason => Status.Reason ?? "";

    /// <summary>No such object.</summary>
    public bool IsNotFound => Code == 404;

    /// <summary>The object was changed since it was read.</summary>
    public bool IsConflict => Code == 409 && Reason != StatusReason.AlreadyExists;

    /// <summary>An object of that name exists.</summary>
    public bool IsAlreadyExists => Reason == StatusReason.AlreadyExists;

    /// <summary>The revision or continue token asked for is no longer kept: list again.</summary>
    public bool IsGone => Code == 410;

    /// <summary>The object was refused by validation.</summary>
    public bool IsInvalid => Code == 422;

    /// <summary>The caller is not allowed to do this.</summary>
    public bool IsForbidden => Code == 403;

    /// <summary>The server asks for patience.</summary>
    public bool IsTooManyRequests => Code == 429;
}
