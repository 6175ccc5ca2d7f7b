using Kube.Api.Core.V1;

namespace Kube.Api.Networking.V1;

/// <summary>Where requests go: a Service or another object, never both.</summary>
public sealed class IngressBackend
{
    /// <summary>A Service in the Ingress' namespace.</summary>
    [ProtoField(4, IsPointer = true)]
    public IngressServiceBackend? Service { get; set; }

    /// <summary>Another object in the Ingress' namespace that the controller knows.</summary>
    [ProtoField(3, IsPointer = true)]
    public TypedLocalObjectReference? Resource { get; set; }
}
