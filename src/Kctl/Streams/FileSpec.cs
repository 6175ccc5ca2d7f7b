using Kctl.App;

namespace Kctl.Streams;

/// <summary>One side of a copy: a path here, or with a pod a path in its container.</summary>
/// <param name="Namespace">Namespace of the pod; null for the present one.</param>
/// <param name="Pod">The pod; null for a path of this machine.</param>
/// <param name="Path">The path.</param>
internal sealed record FileSpec(string? Namespace, string? Pod, string Path)
{
    public bool IsRemote => Pod is not null;

    /// <summary>Reads <c>path</c>, <c>pod:path</c> or <c>namespace/pod:path</c>.</summary>
    public static FileSpec Parse(string text)
    {
        var colon = text.IndexOf(':');
        if (colon < 0 || text.StartsWith('/') || text.StartsWith("./", StringComparison.Ordinal) || text.StartsWith("../", StringComparison.Ordinal))
        {
            return new FileSpec(null, null, NotEmpty(text));
        }

        return text[..colon].Split('/') switch
        {
            [{ Length: > 0 } pod] => new FileSpec(null, pod, NotEmpty(text[(colon + 1)..])),
            [{ Length: > 0 } ns, { Length: > 0 } pod] => new FileSpec(ns, pod, NotEmpty(text[(colon + 1)..])),
            _ => throw new CommandException($"filespec must match the canonical format: [[namespace/]pod:]file/path, not \"{text}\""),
        };
    }

    private static string NotEmpty(string path) => path.Length > 0 ? path : throw new CommandException("filepath can not be empty");
}
