using Kube.Api.Meta.V1;

namespace Kube.ApiServer.Errors;

/// <summary>A request that fails in a way the client is told about; what the client reads is <see cref="Status"/>.</summary>
internal sealed class ApiError(Status status) : Exception(status.Message)
{
    /// <summary>The body of the answer.</summary>
    public Status Status { get; } = status;

    /// <summary>The HTTP status code.</summary>
    public int Code => Status.Code ?? 500;
}
