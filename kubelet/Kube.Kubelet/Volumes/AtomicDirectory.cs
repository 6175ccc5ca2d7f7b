using System.Security.Cryptography;

namespace Kube.Kubelet.Volumes;

/// <summary>
/// A directory whose files change all at once, as ConfigMap and Secret volumes do: the files live in a hidden directory, <c>..data</c> is a
/// link to it that is replaced by one rename, and every top-level name is a link through <c>..data</c>. A reader sees all of the old or all of the new.
/// </summary>
internal static class AtomicDirectory
{
    private const string Data = "..data";

    /// <summary>Brings the directory to exactly these files; false when they were there already.</summary>
    public static bool Write(string directory, IReadOnlyList<VolumeFile> files, Action<string>? own = null)
    {
        Directory.CreateDirectory(directory);
        var version = ".." + Fingerprint(files);
        var link = Path.Combine(directory, Data);
        var old = new DirectoryInfo(link).LinkTarget;
        if (old == version && Directory.Exists(Path.Combine(directory, version)))
        {
            return false;
        }

        var target = Path.Combine(directory, version);
        foreach (var file in files)
        {
            WriteFile(target, file);
        }

        Directory.CreateDirectory(target);
        File.SetUnixFileMode(target, (UnixFileMode)Convert.ToInt32("755", 8));
        own?.Invoke(target);
        Swap(directory, version, link);
        LinkNames(directory, files);
        if (old is not null && old != version && Directory.Exists(Path.Combine(directory, old)))
        {
            Directory.Delete(Path.Combine(directory, old), recursive: true);
        }

        return true;
    }

    private static void WriteFile(string root, VolumeFile file)
    {
        var path = Path.GetFullPath(Path.Combine(root, file.Path));
        if (!path.StartsWith(root + "/", StringComparison.Ordinal))
        {
            throw new VolumeException($"path {file.Path} leaves its volume");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, file.Content);
        File.SetUnixFileMode(path, (UnixFileMode)(file.Mode & 0x1FF));
    }

    private static void Swap(string directory, string version, string link)
    {
        var next = Path.Combine(directory, "..data_tmp");
        File.Delete(next);
        File.CreateSymbolicLink(next, version);
        if (NativeMethods.Rename(next, link) != 0)
        {
            throw new IOException($"cannot rename {next}");
        }
    }

    private static void LinkNames(string directory, IReadOnlyList<VolumeFile> files)
    {
        var names = files.Select(f => f.Path.Split('/')[0]).ToHashSet();
        foreach (var entry in Directory.EnumerateFileSystemEntries(directory))
        {
            var name = Path.GetFileName(entry);
            if (!name.StartsWith("..", StringComparison.Ordinal) && !names.Remove(name))
            {
                File.Delete(entry);
            }
        }

        foreach (var name in names)
        {
            File.CreateSymbolicLink(Path.Combine(directory, name), $"{Data}/{name}");
        }
    }

    private static string Fingerprint(IReadOnlyList<VolumeFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{file.Path}\n{file.Mode}\n{file.Content.Length}\n"));
            hash.AppendData(file.Content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 10));
    }
}
