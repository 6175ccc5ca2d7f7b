namespace Kube.Testing;

/// <summary>Unmodified kubectl clients: those on the path, and the versions installed beside the one the path leads to (<c>kubectl.1.27</c>).</summary>
public static class KubectlClients
{
    /// <summary>The folders clients are looked for in, in order.</summary>
    public static IReadOnlyList<string> Folders { get; } = FindFolders();

    /// <summary>The client of a version such as <c>1.27</c>; null where it is not installed.</summary>
    public static string? Find(string version) => Folders.Select(f => Path.Combine(f, $"kubectl.{version}")).FirstOrDefault(File.Exists);

    private static string[] FindFolders()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var kubectl = path.Select(f => new FileInfo(Path.Combine(f, "kubectl"))).FirstOrDefault(f => f.Exists);
        var real = kubectl?.ResolveLinkTarget(returnFinalTarget: true)?.FullName;
        return real is null ? path : [.. path, Path.GetDirectoryName(real)!];
    }
}
