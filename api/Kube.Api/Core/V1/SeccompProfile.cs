namespace Kube.Api.Core.V1;

public sealed class SeccompProfile
{
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    [ProtoField(2, IsPointer = true)]
    public string? LocalhostProfile { get; set; }
}
