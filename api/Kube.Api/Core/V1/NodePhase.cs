namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>NodePhase</c>; on the wire it is a string.</summary>
public static class NodePhase
{
    /// <summary>Not set up yet.</summary>
    public const string Pending = "Pending";
    /// <summary>Set up.</summary>
    public const string Running = "Running";
    /// <summary>Gone.</summary>
    public const string Terminated = "Terminated";
}
