namespace Kube.Api.Core.V1;

public sealed class HostPathVolumeSource
{
    [Required, ProtoField(1)]
    public string? Path { get; set; }

    [ProtoField(2, IsPointer = true)]
    public string? Type { get; set; }
}
