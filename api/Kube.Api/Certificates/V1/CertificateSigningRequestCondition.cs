namespace Kube.Api.Certificates.V1;

/// <summary>One fact about a request.</summary>
public sealed class CertificateSigningRequestCondition
{
    /// <summary>Approved, Denied, Failed, or a word of the signer's own.</summary>
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    /// <summary>True, False or Unknown; Approved, Denied and Failed are never anything but True.</summary>
    [Required, ProtoField(6)]
    public string? Status { get; set; }

    /// <summary>Why, in one word.</summary>
    [ProtoField(2)]
    public string? Reason { get; set; }

    /// <summary>Why, for people.</summary>
    [ProtoField(3)]
    public string? Message { get; set; }

    /// <summary>When the condition was last written.</summary>
    [ProtoField(4)]
    public DateTime? LastUpdateTime { get; set; }

    /// <summary>When the status last changed; the server fills it in.</summary>
    [ProtoField(5)]
    public DateTime? LastTransitionTime { get; set; }
}
