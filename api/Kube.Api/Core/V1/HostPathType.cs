namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>HostPathType</c>; on the wire it is a string.</summary>
public static class HostPathType
{
    /// <summary>Nothing is checked.</summary>
    public const string None = "";
    /// <summary>A folder, made when missing.</summary>
    public const string DirectoryOrCreate = "DirectoryOrCreate";
    /// <summary>A folder that exists.</summary>
    public const string Directory = "Directory";
    /// <summary>A file, made when missing.</summary>
    public const string FileOrCreate = "FileOrCreate";
    /// <summary>A file that exists.</summary>
    public const string File = "File";
    /// <summary>A Unix socket that exists.</summary>
    public const string Socket = "Socket";
    /// <summary>A character device that exists.</summary>
    public const string CharDevice = "CharDevice";
    /// <summary>A block device that exists.</summary>
    public const string BlockDevice = "BlockDevice";
}
