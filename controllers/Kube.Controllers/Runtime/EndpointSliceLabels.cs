namespace Kube.Controllers.Runtime;

/// <summary>The labels that tie EndpointSlices to their Service and their keeper.</summary>
internal static class EndpointSliceLabels
{
    public const string ServiceName = "kubernetes.io/service-name";
    public const string ManagedBy = "endpointslice.kubernetes.io/managed-by";
}
