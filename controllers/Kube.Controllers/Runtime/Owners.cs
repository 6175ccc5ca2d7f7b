using Kube.Api;
using Kube.Api.Meta.V1;
using Kube.Client;

namespace Kube.Controllers.Runtime;

/// <summary>Keys and owner references of objects.</summary>
internal static class Owners
{
    /// <summary>Namespace and name.</summary>
    public static ObjectKey Key(this IKubeObject value) => new(value.Metadata?.Namespace, value.Metadata?.Name ?? string.Empty);

    /// <summary>The uid; empty before the object was stored.</summary>
    public static string Uid(this IKubeObject value) => value.Metadata?.Uid ?? string.Empty;

    /// <summary>The one owner that controls the object, or null.</summary>
    public static OwnerReference? Controller(this IKubeObject value) => value.Metadata?.OwnerReferences?.Find(owner => owner.Controller == true);

    /// <summary>Whether <paramref name="owner"/> controls the object.</summary>
    public static bool IsControlledBy(this IKubeObject value, IKubeObject owner) => value.Controller()?.Uid is { } uid && uid == owner.Metadata?.Uid;

    /// <summary>A reference that makes <paramref name="owner"/> the controller of what carries it.</summary>
    public static OwnerReference ReferenceTo<TOwner>(TOwner owner)
        where TOwner : class, IResource<TOwner> => new()
        {
            ApiVersion = TOwner.Info.ApiVersion,
            Kind = TOwner.Info.Kind,
            Name = owner.Metadata?.Name,
            Uid = owner.Metadata?.Uid,
            Controller = true,
            BlockOwnerDeletion = true,
        };

    /// <summary>Whether a reference names an object of this kind, whatever the version.</summary>
    public static bool IsOfKind(this OwnerReference reference, ResourceInfo info) =>
        reference.Kind == info.Kind && Group(reference.ApiVersion) == info.Group;

    private static string Group(string? apiVersion)
    {
        var slash = apiVersion?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return slash < 0 ? string.Empty : apiVersion![..slash];
    }
}
