namespace Kube.Api.Core.V1;

/// <summary>A volume attached to a node.</summary>
public sealed class AttachedVolume
{
    /// <summary>Name of the volume.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>Path of its device.</summary>
    [Required, ProtoField(2)]
    public string? DevicePath { get; set; }
}
