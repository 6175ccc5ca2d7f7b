namespace Kube.Api.Diagnosis;

/// <summary>The usual reasons why a connection does not come about.</summary>
public static class ConnectionError
{
    /// <summary>The machine is there and nothing listens on the port.</summary>
    public const string Refused = "Refused";

    /// <summary>Nobody said anything.</summary>
    public const string TimedOut = "TimedOut";

    /// <summary>There is no way to the address.</summary>
    public const string Unreachable = "Unreachable";
}
