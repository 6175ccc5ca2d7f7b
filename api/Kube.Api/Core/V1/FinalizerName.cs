namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>FinalizerName</c>; on the wire it is a string.</summary>
public static class FinalizerName
{
    public const string Kubernetes = "kubernetes";
}
