namespace Kube.Api.Core.V1;

/// <summary>A web request to the pod.</summary>
public sealed class HTTPGetAction
{
    /// <summary>Path to ask for. Default /.</summary>
    [ProtoField(1)]
    public string? Path { get; set; }

    /// <summary>Port by number or by the name of a container port.</summary>
    [Required, ProtoField(2)]
    public IntOrString? Port { get; set; }

    /// <summary>Host to connect to; the pod's address when absent.</summary>
    [ProtoField(3)]
    public string? Host { get; set; }

    /// <summary>HTTP (default) or HTTPS, whose certificate is not checked.</summary>
    [ProtoField(4)]
    public string? Scheme { get; set; }

    /// <summary>Headers to send; a name may come several times.</summary>
    [ProtoField(5)]
    public List<HTTPHeader>? HttpHeaders { get; set; }
}
