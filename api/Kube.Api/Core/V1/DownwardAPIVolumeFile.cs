namespace Kube.Api.Core.V1;

public sealed class DownwardAPIVolumeFile
{
    [Required]
    public string? Path { get; set; }

    public ObjectFieldSelector? FieldRef { get; set; }

    public ResourceFieldSelector? ResourceFieldRef { get; set; }

    public int? Mode { get; set; }
}
