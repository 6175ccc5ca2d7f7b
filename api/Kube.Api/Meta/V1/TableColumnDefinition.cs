namespace Kube.Api.Meta.V1;

public sealed class TableColumnDefinition
{
    [Required]
    public string? Name { get; set; }

    [Required]
    public string? Type { get; set; }

    [Required]
    public string? Format { get; set; }

    [Required]
    public string? Description { get; set; }

    [Required]
    public int? Priority { get; set; }
}
