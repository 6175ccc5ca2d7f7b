using Kube.Api;

namespace Kube.Client;

/// <summary>The name of an object within its kind. Written <c>namespace/name</c>, or <c>name</c> for cluster-scoped kinds.</summary>
/// <param name="Namespace">The namespace; null for cluster-scoped kinds.</param>
/// <param name="Name">The name.</param>
public readonly record struct ObjectKey(string? Namespace, string Name)
{
    /// <summary>The key of an object.</summary>
    public static ObjectKey Of(IKubeObject value) => new(value.Metadata?.Namespace, value.Metadata?.Name ?? "");

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static ObjectKey Parse(string text)
    {
        var slash = text.IndexOf('/');
        return slash < 0 ? new ObjectKey(null, text) : new ObjectKey(text[..slash], text[(slash + 1)..]);
    }

    /// <inheritdoc />
    public override string ToString() => Namespace is null ? Name : $"{Namespace}/{Name}";
}
