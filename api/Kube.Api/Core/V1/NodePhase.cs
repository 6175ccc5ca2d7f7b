namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>NodePhase</c>; on the wire it is a string.</summary>
public static class NodePhase
{
    public const string Pending = "Pending";
    public const string Running = "Running";
    public const string Terminated = "Terminated";
}
