namespace Kube.Api.Core.V1;

/// <summary>A gRPC health check of the pod.</summary>
public sealed class GRPCAction
{
    /// <summary>Port number.</summary>
    [Required, ProtoField(1)]
    public int? Port { get; set; }

    /// <summary>Service named in the request. Default empty.</summary>
    [ProtoField(2, IsPointer = true)]
    public string? Service { get; set; }
}
