namespace Kube.Api.Core.V1;

public sealed class DownwardAPIVolumeFile
{
    [Required, ProtoField(1)]
    public string? Path { get; set; }

    [ProtoField(2, IsPointer = true)]
    public ObjectFieldSelector? FieldRef { get; set; }

    [ProtoField(3, IsPointer = true)]
    public ResourceFieldSelector? ResourceFieldRef { get; set; }

    [ProtoField(4, IsPointer = true)]
    public int? Mode { get; set; }
}
