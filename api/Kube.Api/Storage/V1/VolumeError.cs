namespace Kube.Api.Storage.V1;

/// <summary>What went wrong with a volume.</summary>
public sealed class VolumeError
{
    /// <summary>When.</summary>
    [ProtoField(1)]
    public DateTime? Time { get; set; }

    /// <summary>What, in words; no secrets.</summary>
    [ProtoField(2)]
    public string? Message { get; set; }

    /// <summary>The driver's gRPC status code, where there is one.</summary>
    [ProtoField(3, IsPointer = true)]
    public int? ErrorCode { get; set; }
}
