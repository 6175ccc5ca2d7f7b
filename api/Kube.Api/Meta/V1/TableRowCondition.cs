namespace Kube.Api.Meta.V1;

public sealed class TableRowCondition
{
    [Required]
    public string? Type { get; set; }

    [Required]
    public string? Status { get; set; }

    public string? Reason { get; set; }

    public string? Message { get; set; }
}
