namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>ContainerRestartRuleAction</c>; on the wire it is a string.</summary>
public static class ContainerRestartRuleAction
{
    public const string Restart = "Restart";
    public const string RestartAllContainers = "RestartAllContainers";
}
