using Kube.Api;

namespace Kube.ApiServer.Registry;

/// <summary>Where objects are in the store: <c>/registry/plural[.group]/[namespace/]name</c>.</summary>
internal static class StorageKeys
{
    /// <summary>Everything the server stores.</summary>
    public const string Root = "/registry/";

    /// <summary>The prefix of a whole resource.</summary>
    public static string Prefix(ResourceInfo info) => $"{Root}{info.GroupResource}/";

    /// <summary>The prefix of a list: one namespace, or all.</summary>
    public static string Prefix(ResourceInfo info, string? ns) => string.IsNullOrEmpty(ns) ? Prefix(info) : $"{Prefix(info)}{ns}/";

    /// <summary>The key of one object.</summary>
    public static string Of(ResourceInfo info, string? ns, string name) => $"{Prefix(info, ns)}{name}";
}
