namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>NamespacePhase</c>; on the wire it is a string.</summary>
public static class NamespacePhase
{
    /// <summary>In use.</summary>
    public const string Active = "Active";
    /// <summary>Deleted; its contents are being deleted.</summary>
    public const string Terminating = "Terminating";
}
