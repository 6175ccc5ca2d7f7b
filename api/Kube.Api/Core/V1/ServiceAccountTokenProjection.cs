namespace Kube.Api.Core.V1;

/// <summary>A token of the pod's service account, renewed before it expires.</summary>
public sealed class ServiceAccountTokenProjection
{
    /// <summary>Who the token is for; the API server when absent.</summary>
    [ProtoField(1)]
    public string? Audience { get; set; }

    /// <summary>Seconds the token is valid. Default 3600, at least 600.</summary>
    [ProtoField(2, IsPointer = true)]
    public long? ExpirationSeconds { get; set; }

    /// <summary>Path of the file; relative.</summary>
    [Required, ProtoField(3)]
    public string? Path { get; set; }
}
