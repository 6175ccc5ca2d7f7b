namespace Kube.Api.Core.V1;

public sealed class GitRepoVolumeSource
{
    [Required, ProtoField(1)]
    public string? Repository { get; set; }

    [ProtoField(2)]
    public string? Revision { get; set; }

    [ProtoField(3)]
    public string? Directory { get; set; }
}
