using Kube.Api;
using Kube.Machinery.Schema;

namespace Kctl.Api;

/// <summary>The merge rules of kinds this program was built with; others are patched by plain JSON merge.</summary>
internal static class WireTypes
{
    /// <summary>The schema of a kind, null when it is not built in. Types are named after group, version and kind, so none is listed here.</summary>
    public static TypeSchema? Find(string apiVersion, string kind)
    {
        var slash = apiVersion.IndexOf('/');
        var group = slash < 0 ? "core" : apiVersion[..slash].Split('.')[0];
        var version = apiVersion[(slash + 1)..];
        var type = typeof(IKubeObject).Assembly.GetType($"Kube.Api.{group}.{version}.{kind}", throwOnError: false, ignoreCase: true);
        return type is not null && typeof(IKubeObject).IsAssignableFrom(type) ? TypeSchema.For(type) : null;
    }
}
