namespace Kube.Api.Core.V1;

public sealed class ServiceAccountTokenProjection
{
    [ProtoField(1)]
    public string? Audience { get; set; }

    [ProtoField(2, IsPointer = true)]
    public long? ExpirationSeconds { get; set; }

    [Required, ProtoField(3)]
    public string? Path { get; set; }
}
