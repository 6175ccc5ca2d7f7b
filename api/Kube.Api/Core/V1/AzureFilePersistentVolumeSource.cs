namespace Kube.Api.Core.V1;

/// <summary>A file share of Microsoft's cloud, for a persistent volume: its Secret may be in any namespace.</summary>
public sealed class AzureFilePersistentVolumeSource
{
    /// <summary>Secret with the storage account's name and key.</summary>
    [Required, ProtoField(1)]
    public string? SecretName { get; set; }

    /// <summary>Name of the share.</summary>
    [Required, ProtoField(2)]
    public string? ShareName { get; set; }

    /// <summary>True to mount it so that nothing can be written. Default false.</summary>
    [ProtoField(3)]
    public bool? ReadOnly { get; set; }

    /// <summary>Namespace of the Secret; that of the claim when absent.</summary>
    [ProtoField(4, IsPointer = true)]
    public string? SecretNamespace { get; set; }
}
