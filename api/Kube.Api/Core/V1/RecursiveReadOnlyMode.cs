namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>RecursiveReadOnlyMode</c>; on the wire it is a string.</summary>
public static class RecursiveReadOnlyMode
{
    /// <summary>Mounts below stay writable.</summary>
    public const string Disabled = "Disabled";
    /// <summary>Read-only with all below where the runtime can.</summary>
    public const string IfPossible = "IfPossible";
    /// <summary>Read-only with all below, or the pod does not start.</summary>
    public const string Enabled = "Enabled";
}
