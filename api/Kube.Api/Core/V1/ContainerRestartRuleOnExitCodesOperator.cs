namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>ContainerRestartRuleOnExitCodesOperator</c>; on the wire it is a string.</summary>
public static class ContainerRestartRuleOnExitCodesOperator
{
    public const string In = "In";
    public const string NotIn = "NotIn";
}
