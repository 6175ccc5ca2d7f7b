namespace Kube.Api.ApiExtensions.V1;

/// <summary>One version of a custom kind.</summary>
public sealed class CustomResourceDefinitionVersion
{
    /// <summary>Name in paths, such as v1beta1.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>Clients may use this version.</summary>
    [Required, ProtoField(2)]
    public bool? Served { get; set; }

    /// <summary>Objects are stored in this version; true for exactly one.</summary>
    [Required, ProtoField(3)]
    public bool? Storage { get; set; }

    /// <summary>Clients that use this version get a warning.</summary>
    [ProtoField(7)]
    public bool? Deprecated { get; set; }

    /// <summary>The text of that warning; a general one unless given.</summary>
    [ProtoField(8, IsPointer = true)]
    public string? DeprecationWarning { get; set; }

    /// <summary>What objects of this version may contain.</summary>
    [ProtoField(4, IsPointer = true)]
    public CustomResourceValidation? Schema { get; set; }

    /// <summary>Which subresources objects have.</summary>
    [ProtoField(5, IsPointer = true)]
    public CustomResourceSubresources? Subresources { get; set; }

    /// <summary>Columns that tables show; the age unless given.</summary>
    [ProtoField(6)]
    public List<CustomResourceColumnDefinition>? AdditionalPrinterColumns { get; set; }

    /// <summary>Fields that field selectors may name, at most 8.</summary>
    [ProtoField(9)]
    public List<SelectableField>? SelectableFields { get; set; }
}
