namespace Kube.Api.Core.V1;

/// <summary>A file with one fact about the pod; exactly one of fieldRef and resourceFieldRef.</summary>
public sealed class DownwardAPIVolumeFile
{
    /// <summary>Path below the mount; relative, without steps up.</summary>
    [Required, ProtoField(1)]
    public string? Path { get; set; }

    /// <summary>A field of the pod: name, namespace, uid, labels or annotations.</summary>
    [ProtoField(2, IsPointer = true)]
    public ObjectFieldSelector? FieldRef { get; set; }

    /// <summary>A request or limit of a container.</summary>
    [ProtoField(3, IsPointer = true)]
    public ResourceFieldSelector? ResourceFieldRef { get; set; }

    /// <summary>Permission bits; the volume's own when absent.</summary>
    [ProtoField(4, IsPointer = true)]
    public int? Mode { get; set; }
}
