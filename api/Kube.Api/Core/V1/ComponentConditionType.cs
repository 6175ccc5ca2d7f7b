namespace Kube.Api.Core.V1;

/// <summary>What conditions of a control plane's part are about.</summary>
public static class ComponentConditionType
{
    /// <summary>It answers and can do its work.</summary>
    public const string Healthy = "Healthy";
}
