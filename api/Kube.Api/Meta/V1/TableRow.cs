using System.Text.Json;

namespace Kube.Api.Meta.V1;

/// <summary>One object as a row of a <see cref="Table"/>.</summary>
public sealed class TableRow
{
    /// <summary>One value per column: a string, a number, a boolean or null.</summary>
    [Required]
    public List<JsonElement>? Cells { get; set; }

    /// <summary>What is known of the row beyond its cells, such as Completed.</summary>
    public List<TableRowCondition>? Conditions { get; set; }

    /// <summary>The object behind the row: its metadata by default, all of it or nothing on request.</summary>
    public JsonElement? Object { get; set; }
}
