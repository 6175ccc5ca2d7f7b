using Kube.Api.Core.V1;

namespace Kube.Kubelet.Volumes;

/// <summary>The checks and creations a hostPath volume's type asks for.</summary>
internal static class HostPath
{
    public static void Prepare(string path, string? type)
    {
        switch (type)
        {
            case null or "" or HostPathType.DirectoryOrCreate:
                if (!File.Exists(path))
                {
                    Directory.CreateDirectory(path);
                }

                Require(string.IsNullOrEmpty(type) || Directory.Exists(path), path, "a directory");
                break;
            case HostPathType.FileOrCreate:
                Require(!Directory.Exists(path), path, "a file");
                File.Open(path, FileMode.OpenOrCreate).Dispose();
                break;
            case HostPathType.Directory:
                Require(Directory.Exists(path), path, "a directory");
                break;
            case HostPathType.File:
                Require(File.Exists(path), path, "a file");
                break;
            default:
                Require(File.Exists(path), path, $"a {type}");
                break;
        }
    }

    private static void Require(bool holds, string path, string what)
    {
        if (!holds)
        {
            throw new VolumeException($"hostPath type check failed: {path} is not {what}");
        }
    }
}
