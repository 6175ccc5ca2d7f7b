namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>ContainerRestartRuleAction</c>; on the wire it is a string.</summary>
public static class ContainerRestartRuleAction
{
    /// <summary>Restart the container.</summary>
    public const string Restart = "Restart";
    /// <summary>Restart all containers of the pod.</summary>
    public const string RestartAllContainers = "RestartAllContainers";
}
