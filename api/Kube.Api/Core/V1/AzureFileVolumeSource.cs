namespace Kube.Api.Core.V1;

public sealed class AzureFileVolumeSource
{
    [Required, ProtoField(1)]
    public string? SecretName { get; set; }

    [Required, ProtoField(2)]
    public string? ShareName { get; set; }

    [ProtoField(3)]
    public bool? ReadOnly { get; set; }
}
