namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>NamespacePhase</c>; on the wire it is a string.</summary>
public static class NamespacePhase
{
    public const string Active = "Active";
    public const string Terminating = "Terminating";
}
