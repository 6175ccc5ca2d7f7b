namespace Kube.Api.Networking.V1;

/// <summary>One path of a host and where its requests go.</summary>
public sealed class HTTPIngressPath
{
    /// <summary>The path compared with that of a request; begins with a slash. May be absent only where pathType leaves it to the controller.</summary>
    [ProtoField(1)]
    public string? Path { get; set; }

    /// <summary>How the path is compared: Exact, Prefix or ImplementationSpecific.</summary>
    [Required, ProtoField(3, IsPointer = true)]
    public string? PathType { get; set; }

    /// <summary>Where matching requests go.</summary>
    [Required, ProtoField(2)]
    public IngressBackend? Backend { get; set; }
}
