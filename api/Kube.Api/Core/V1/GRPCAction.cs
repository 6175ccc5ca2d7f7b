namespace Kube.Api.Core.V1;

public sealed class GRPCAction
{
    [Required, ProtoField(1)]
    public int? Port { get; set; }

    [ProtoField(2, IsPointer = true)]
    public string? Service { get; set; }
}
