namespace Kube.Api.Meta.V1;

/// <summary>Objects as rows to print; what a server answers to <c>Accept: application/json;as=Table;v=v1;g=meta.k8s.io</c>.</summary>
public sealed class Table
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>The revision the rows were read at, and the token for the next chunk.</summary>
    public ListMeta? Metadata { get; set; }

    /// <summary>The columns, in printing order; watch events after the first may leave them out.</summary>
    [Required]
    public List<TableColumnDefinition>? ColumnDefinitions { get; set; }

    /// <summary>One row per object.</summary>
    [Required]
    public List<TableRow>? Rows { get; set; }
}
