namespace Kube.Api.ApiExtensions.V1;

/// <summary>How an object becomes one of another version.</summary>
public sealed class CustomResourceConversion
{
    /// <summary>None or Webhook.</summary>
    [Required, ProtoField(1)]
    public string? Strategy { get; set; }

    /// <summary>Whom to call with strategy Webhook.</summary>
    [ProtoField(2, IsPointer = true)]
    public WebhookConversion? Webhook { get; set; }
}
