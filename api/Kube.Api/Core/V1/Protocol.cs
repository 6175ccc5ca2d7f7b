namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>Protocol</c>; on the wire it is a string.</summary>
public static class Protocol
{
    public const string TCP = "TCP";
    public const string UDP = "UDP";
    public const string SCTP = "SCTP";
}
