namespace Kube.Api.Core.V1;

/// <summary>A key and the path it is shown under.</summary>
public sealed class KeyToPath
{
    /// <summary>The key.</summary>
    [Required, ProtoField(1)]
    public string? Key { get; set; }

    /// <summary>Path below the mount; relative, without steps up.</summary>
    [Required, ProtoField(2)]
    public string? Path { get; set; }

    /// <summary>Permission bits; the volume's own when absent.</summary>
    [ProtoField(3, IsPointer = true)]
    public int? Mode { get; set; }
}
