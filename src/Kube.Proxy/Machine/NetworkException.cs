namespace Kube.Proxy.Machine;

/// <summary>The machine's network could not be set up as wanted; the message says what the program that was to do it said.</summary>
internal sealed class NetworkException(string message) : Exception(message);
