namespace Kube.Api.Meta.V1;

/// <summary>A fact about a row.</summary>
public sealed class TableRowCondition
{
    /// <summary>Which fact.</summary>
    [Required]
    public string? Type { get; set; }

    /// <summary>True, False or Unknown.</summary>
    [Required]
    public string? Status { get; set; }

    /// <summary>Why, in one word.</summary>
    public string? Reason { get; set; }

    /// <summary>Why, for people.</summary>
    public string? Message { get; set; }
}
