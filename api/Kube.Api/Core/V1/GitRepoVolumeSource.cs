namespace Kube.Api.Core.V1;

/// <summary>A clone of a git repository.</summary>
public sealed class GitRepoVolumeSource
{
    /// <summary>Address of the repository.</summary>
    [Required, ProtoField(1)]
    public string? Repository { get; set; }

    /// <summary>Commit to check out.</summary>
    [ProtoField(2)]
    public string? Revision { get; set; }

    /// <summary>Folder to clone into.</summary>
    [ProtoField(3)]
    public string? Directory { get; set; }
}
