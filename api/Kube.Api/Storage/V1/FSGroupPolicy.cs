namespace Kube.Api.Storage.V1;

/// <summary>Whether the owner of files is changed to the fsGroup of pods.</summary>
public static class FSGroupPolicy
{
    /// <summary>Only for volumes with a file system that one node can write.</summary>
    public const string ReadWriteOnceWithFSType = "ReadWriteOnceWithFSType";

    /// <summary>Always.</summary>
    public const string File = "File";

    /// <summary>Never.</summary>
    public const string None = "None";
}
