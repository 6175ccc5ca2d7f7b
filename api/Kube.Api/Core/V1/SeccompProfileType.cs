namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>SeccompProfileType</c>; on the wire it is a string.</summary>
public static class SeccompProfileType
{
    /// <summary>All system calls.</summary>
    public const string Unconfined = "Unconfined";
    /// <summary>The runtime's usual profile.</summary>
    public const string RuntimeDefault = "RuntimeDefault";
    /// <summary>A profile in a file of the node.</summary>
    public const string Localhost = "Localhost";
}
