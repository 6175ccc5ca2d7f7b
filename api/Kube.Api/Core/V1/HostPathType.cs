namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>HostPathType</c>; on the wire it is a string.</summary>
public static class HostPathType
{
    public const string None = "";
    public const string DirectoryOrCreate = "DirectoryOrCreate";
    public const string Directory = "Directory";
    public const string FileOrCreate = "FileOrCreate";
    public const string File = "File";
    public const string Socket = "Socket";
    public const string CharDevice = "CharDevice";
    public const string BlockDevice = "BlockDevice";
}
