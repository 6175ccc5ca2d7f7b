namespace Kube.Api.Meta.V1;

/// <summary>A column of a table.</summary>
public sealed class TableColumnDefinition
{
    /// <summary>Heading.</summary>
    [Required]
    public string? Name { get; set; }

    /// <summary>OpenAPI type of the cells.</summary>
    [Required]
    public string? Type { get; set; }

    /// <summary>Format of the cells; name marks the column of names.</summary>
    [Required]
    public string? Format { get; set; }

    /// <summary>What the column shows.</summary>
    [Required]
    public string? Description { get; set; }

    /// <summary>0 is always shown, more only in wide output.</summary>
    [Required]
    public int? Priority { get; set; }
}
