namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>How to reach a webhook. Exactly one of url and service must be given.</summary>
public sealed class WebhookClientConfig
{
    /// <summary>Where the webhook is, as https://host:port/path; without user, query or fragment.</summary>
    [ProtoField(3, IsPointer = true)]
    public string? Url { get; set; }

    /// <summary>The Service in front of the webhook.</summary>
    [ProtoField(1, IsPointer = true)]
    public ServiceReference? Service { get; set; }

    /// <summary>PEM certificates of the authorities the certificate of the webhook must come from; those of the system when there are none.</summary>
    [ProtoField(2)]
    public byte[]? CaBundle { get; set; }
}
