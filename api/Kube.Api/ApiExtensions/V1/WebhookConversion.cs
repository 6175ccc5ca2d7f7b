namespace Kube.Api.ApiExtensions.V1;

/// <summary>A service that converts objects between versions.</summary>
public sealed class WebhookConversion
{
    /// <summary>Where to call it.</summary>
    [ProtoField(2, IsPointer = true)]
    public WebhookClientConfig? ClientConfig { get; set; }

    /// <summary>Versions of ConversionReview it understands, the preferred one first.</summary>
    [Required, ProtoField(3)]
    public List<string>? ConversionReviewVersions { get; set; }
}
