namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>ProcMountType</c>; on the wire it is a string.</summary>
public static class ProcMountType
{
    /// <summary>With the sensitive parts hidden.</summary>
    public const string Default = "Default";
    /// <summary>As the node shows it.</summary>
    public const string Unmasked = "Unmasked";
}
