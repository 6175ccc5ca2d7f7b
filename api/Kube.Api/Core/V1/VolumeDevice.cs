namespace Kube.Api.Core.V1;

public sealed class VolumeDevice
{
    [Required]
    public string? Name { get; set; }

    [Required]
    public string? DevicePath { get; set; }
}
