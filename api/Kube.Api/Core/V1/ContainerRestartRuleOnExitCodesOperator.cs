namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>ContainerRestartRuleOnExitCodesOperator</c>; on the wire it is a string.</summary>
public static class ContainerRestartRuleOnExitCodesOperator
{
    /// <summary>The code is one of the values.</summary>
    public const string In = "In";
    /// <summary>The code is none of the values.</summary>
    public const string NotIn = "NotIn";
}
