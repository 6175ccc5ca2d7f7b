namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>FinalizerName</c>; on the wire it is a string.</summary>
public static class FinalizerName
{
    /// <summary>The finalizer that the namespace controller removes once the namespace is empty.</summary>
    public const string Kubernetes = "kubernetes";
}
