namespace Kube.ApiServer.Streaming;

/// <summary>Whoever a request was to be passed on to could not be reached.</summary>
internal sealed class BackendException(string message, Exception inner) : Exception(message, inner);
