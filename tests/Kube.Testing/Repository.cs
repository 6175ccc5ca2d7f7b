namespace Kube.Testing;

/// <summary>Where the sources are, for tests that read documents, project files or scripts.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>Kube.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The facts of the wire API beside the repository; null where they are not there.</summary>
    public static string? ApiFacts { get; } = Existing(Path.Combine(Root, "..", "shared", "api-facts"));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Kube.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"no Kube.sln above {AppContext.BaseDirectory}");
    }

    private static string? Existing(string path) => Directory.Exists(path) ? Path.GetFullPath(path) : null;
}
