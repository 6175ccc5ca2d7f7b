namespace Kube.Api.Meta.V1;

/// <summary>A resource, or a subresource as resource/subresource.</summary>
public sealed class APIResource
{
    /// <summary>Plural name.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>Singular name.</summary>
    [Required, ProtoField(6)]
    public string? SingularName { get; set; }

    /// <summary>Whether its objects live in namespaces.</summary>
    [Required, ProtoField(2)]
    public bool? Namespaced { get; set; }

    /// <summary>Group of the kind, where it is another than the list's.</summary>
    [ProtoField(8)]
    public string? Group { get; set; }

    /// <summary>Version of the kind, where it is another than the list's.</summary>
    [ProtoField(9)]
    public string? Version { get; set; }

    /// <summary>Kind of its objects.</summary>
    [Required, ProtoField(3)]
    public string? Kind { get; set; }

    /// <summary>What can be done with it.</summary>
    [Required, ProtoField(4)]
    public List<string>? Verbs { get; set; }

    /// <summary>Short names.</summary>
    [ProtoField(5)]
    public List<string>? ShortNames { get; set; }

    /// <summary>Categories, such as all.</summary>
    [ProtoField(7)]
    public List<string>? Categories { get; set; }

    /// <summary>Changes when the stored form does.</summary>
    [ProtoField(10)]
    public string? StorageVersionHash { get; set; }
}
