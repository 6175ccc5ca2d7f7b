namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>Protocol</c>; on the wire it is a string.</summary>
public static class Protocol
{
    /// <summary>TCP.</summary>
    public const string TCP = "TCP";
    /// <summary>UDP.</summary>
    public const string UDP = "UDP";
    /// <summary>SCTP.</summary>
    public const string SCTP = "SCTP";
}
