using Kube.Storage;

namespace Kube.ApiServer.Errors;

/// <summary>What clients are told when the store is away or failed.</summary>
internal static class StoreFailure
{
    /// <summary>Null for exceptions that do not come from the store.</summary>
    public static ApiError? From(Exception error) => error switch
    {
        StoreUnavailableException { OutcomeUnknown: true } => Failure.TimedOut("the store did not confirm the request in time; whether it took effect is not known"),
        StoreUnavailableException unavailable => Failure.Unavailable($"the store is not available: {unavailable.Message}"),
        TimeoutException => Failure.TimedOut("the store did not answer in time; whether the request took effect is not known"),
        HttpRequestException or IOException or System.Net.Sockets.SocketException => Failure.Unavailable("the store cannot be reached"),
        _ => null,
    };
}
