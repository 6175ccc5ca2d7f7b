namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>ProcMountType</c>; on the wire it is a string.</summary>
public static class ProcMountType
{
    public const string Default = "Default";
    public const string Unmasked = "Unmasked";
}
