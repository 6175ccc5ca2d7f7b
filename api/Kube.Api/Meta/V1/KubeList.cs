namespace Kube.Api.Meta.V1;

/// <summary>A list of one kind, as a collection's GET returns it.</summary>
public sealed class KubeList<T>
    where T : class, IResource<T>
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <summary>The item kind followed by <c>List</c>.</summary>
    public string? Kind { get; set; }

    /// <summary>The revision the list was read at, and the token for its next chunk.</summary>
    public ListMeta? Metadata { get; set; }

    /// <summary>The objects; always present on the wire, even when empty.</summary>
    [Required]
    public List<T>? Items { get; set; }
}
