using System.Formats.Tar;

namespace Kctl.Streams;

/// <summary>
/// Writes what a container's tar sends below a destination, and nowhere else: the other side is not believed. Links are left out, for one could lead
/// a later entry away.
/// </summary>
internal sealed class Unpacker(string destination, bool preserves, Action<string> warn)
{
    private readonly string _root = Path.GetFullPath(destination).TrimEnd('/');

    /// <summary>How many entries were written.</summary>
    public int Count { get; private set; }

    /// <summary>Unpacks; <paramref name="source"/> is the path that was asked for, with which all names must begin.</summary>
    public async Task UnpackAsync(string source, Stream input, CancellationToken ct)
    {
        var prefix = Stripped(source);
        await using var tar = new TarReader(input, leaveOpen: true);
        while (await tar.GetNextEntryAsync(copyData: false, ct) is { } entry)
        {
            if (PathOf(entry, prefix, source) is { } path)
            {
                await WriteAsync(entry, path, ct);
            }
        }
    }

    /// <summary>Where an entry goes; null where it goes nowhere. Throws where the names are not those that were asked for.</summary>
    internal string? PathOf(TarEntry entry, string prefix, string source)
    {
        var name = Stripped(entry.Name);
        var below = prefix.Length == 0 ? "/" + name : name == prefix ? "" : name.StartsWith(prefix + "/", StringComparison.Ordinal) ? name[prefix.Length..]
            : throw new InvalidDataException("tar contents corrupted");
        var isFile = entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile;
        var path = Path.GetFullPath(_root + (below.Length == 0 && isFile && Directory.Exists(_root) ? "/" + Path.GetFileName(source.TrimEnd('/')) : below)).TrimEnd('/');
        if (path != _root && !path.StartsWith(_root + "/", StringComparison.Ordinal))
        {
            warn($"file \"{path}\" is outside target destination, skipping");
            return null;
        }

        return path;
    }

    private async Task WriteAsync(TarEntry entry, string path, CancellationToken ct)
    {
        switch (entry.EntryType)
        {
            case TarEntryType.Directory:
                Directory.CreateDirectory(path);
                break;
            case TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile:
                await WriteFileAsync(entry, path, ct);
                break;
            case TarEntryType.SymbolicLink or TarEntryType.HardLink:
                warn($"skipping {(entry.EntryType == TarEntryType.HardLink ? "hard link" : "symlink")}: \"{path}\" -> \"{entry.LinkName}\"");
                return;
            default:
                warn($"skipping \"{path}\": it is neither a file nor a folder");
                return;
        }

        Count++;
    }

    private async Task WriteFileAsync(TarEntry entry, string path, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using (var file = new FileStream(path, FileMode.Create, FileAccess.Write))
        {
            await (entry.DataStream?.CopyToAsync(file, ct) ?? Task.CompletedTask);
        }

        const UnixFileMode Permissions = (UnixFileMode)0b111_111_111;
        if (preserves)
        {
            File.SetUnixFileMode(path, (entry.Mode & Permissions) | UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    /// <summary>Without what tar leaves off in front: slashes and ways up.</summary>
    private static string Stripped(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(p => p != "."))
        {
            if (part != ".." || parts.Count > 0)
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
