namespace Kube.Api.ApiExtensions.V1;

/// <summary>Where a webhook is and how it is trusted: a URL or a Service, not both.</summary>
public sealed class WebhookClientConfig
{
    /// <summary>The webhook as an https URL.</summary>
    [ProtoField(3, IsPointer = true)]
    public string? Url { get; set; }

    /// <summary>The webhook as a Service of the cluster.</summary>
    [ProtoField(1, IsPointer = true)]
    public ServiceReference? Service { get; set; }

    /// <summary>Certificates in PEM that its certificate is checked against; the system's unless given.</summary>
    [ProtoField(2)]
    public byte[]? CaBundle { get; set; }
}
