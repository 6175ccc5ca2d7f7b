using System.Formats.Tar;

namespace Kctl.Streams;

/// <summary>Writes a file or a folder of this machine as a tar. Links are carried as links, never followed.</summary>
internal static class TarFolder
{
    public static async Task WriteAsync(string source, string name, Stream output, Action<string> warn, CancellationToken ct)
    {
        // The form of GNU tar: that of POSIX loses long names in small images.
        await using var tar = new TarWriter(output, TarEntryFormat.Gnu, leaveOpen: true);
        await AddAsync(tar, Path.GetFullPath(source), name, warn, ct);
    }

    private static async Task AddAsync(TarWriter tar, string path, string name, Action<string> warn, CancellationToken ct)
    {
        var info = new FileInfo(path);
        var isFolder = info.LinkTarget is null && (info.Attributes & FileAttributes.Directory) != 0;
        try
        {
            await tar.WriteEntryAsync(path, name, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && !isFolder)
        {
            warn($"skipping {path}: {e.Message}");
            return;
        }

        if (!isFolder)
        {
            return;
        }

        foreach (var below in Directory.EnumerateFileSystemEntries(path).Order(StringComparer.Ordinal))
        {
            await AddAsync(tar, below, $"{name}/{Path.GetFileName(below)}", warn, ct);
        }
    }
}
