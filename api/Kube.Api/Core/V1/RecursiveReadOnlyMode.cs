namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>RecursiveReadOnlyMode</c>; on the wire it is a string.</summary>
public static class RecursiveReadOnlyMode
{
    public const string Disabled = "Disabled";
    public const string IfPossible = "IfPossible";
    public const string Enabled = "Enabled";
}
