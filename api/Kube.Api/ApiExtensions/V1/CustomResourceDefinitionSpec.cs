namespace Kube.Api.ApiExtensions.V1;

/// <summary>What a definition asks for: names, scope and versions of a new kind.</summary>
public sealed class CustomResourceDefinitionSpec
{
    /// <summary>API group of the kind, such as example.com. Cannot change.</summary>
    [Required, ProtoField(1)]
    public string? Group { get; set; }

    /// <summary>What the kind and its collection are called.</summary>
    [Required, ProtoField(3)]
    public CustomResourceDefinitionNames? Names { get; set; }

    /// <summary>Namespaced or Cluster. Cannot change.</summary>
    [Required, ProtoField(4)]
    public string? Scope { get; set; }

    /// <summary>The versions of the kind; exactly one of them is the stored one.</summary>
    [Required, ProtoField(7)]
    public List<CustomResourceDefinitionVersion>? Versions { get; set; }

    /// <summary>How objects change between versions; None, changing apiVersion only, unless given.</summary>
    [ProtoField(9, IsPointer = true)]
    public CustomResourceConversion? Conversion { get; set; }

    /// <summary>Keeps fields that no schema declares; no longer allowed: use x-kubernetes-preserve-unknown-fields in the schema.</summary>
    [ProtoField(10)]
    public bool? PreserveUnknownFields { get; set; }
}
