namespace Kube.Api.ApiExtensions.V1;

/// <summary>A printed column of a custom kind.</summary>
public sealed class CustomResourceColumnDefinition
{
    /// <summary>Heading.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>Type of the cell: integer, number, string, boolean or date.</summary>
    [Required, ProtoField(2)]
    public string? Type { get; set; }

    /// <summary>How clients may show the cell, in OpenAPI's words.</summary>
    [ProtoField(3)]
    public string? Format { get; set; }

    /// <summary>What the column says.</summary>
    [ProtoField(4)]
    public string? Description { get; set; }

    /// <summary>0 is always shown, more with wide output only.</summary>
    [ProtoField(5)]
    public int? Priority { get; set; }

    /// <summary>Simple path of the cell's value, such as .spec.replicas.</summary>
    [Required, ProtoField(6)]
    public string? JsonPath { get; set; }
}
