using Kube.Testing;

namespace Kube.Architecture.Tests;

/// <summary>A file of the repository, by its path from the root with forward slashes.</summary>
public sealed record SourceFile(string Path, string Text)
{
    private static readonly string[] s_skipped = [".git", "artifacts", "bin", "obj"];

    /// <summary>All files with one of these endings; what the build makes is left out.</summary>
    public static IReadOnlyList<SourceFile> All(params string[] endings)
    {
        var files = new List<SourceFile>();
        Collect(new DirectoryInfo(Repository.Root), endings, files);
        return files;
    }

    private static void Collect(DirectoryInfo folder, string[] endings, List<SourceFile> files)
    {
        foreach (var file in folder.EnumerateFiles().Where(f => endings.Any(e => f.Name.EndsWith(e, StringComparison.Ordinal))))
        {
            files.Add(new SourceFile(System.IO.Path.GetRelativePath(Repository.Root, file.FullName).Replace('\\', '/'), File.ReadAllText(file.FullName)));
        }

        foreach (var child in folder.EnumerateDirectories().Where(d => !s_skipped.Contains(d.Name)))
        {
            Collect(child, endings, files);
        }
    }
}
