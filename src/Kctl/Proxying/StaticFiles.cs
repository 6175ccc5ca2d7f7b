namespace Kctl.Proxying;

/// <summary>Files of this machine that the proxy serves below a path of their own.</summary>
internal sealed class StaticFiles(string folder, string prefix)
{
    private readonly string _root = Path.GetFullPath(folder).TrimEnd('/');

    /// <summary>The file at a path; null where there is none, or the path leads out of the folder.</summary>
    public string? Find(string path)
    {
        if (!path.StartsWith(prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var file = Path.GetFullPath($"{_root}/{Uri.UnescapeDataString(path[prefix.Length..])}");
        file = Directory.Exists(file) ? Path.Combine(file, "index.html") : file;
        return file.StartsWith(_root + "/", StringComparison.Ordinal) && File.Exists(file) ? file : null;
    }

    /// <summary>The media type of a file, by its name.</summary>
    public static string TypeOf(string file) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".html" or ".htm" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" or ".mjs" => "text/javascript; charset=utf-8",
        ".json" => "application/json",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
}
