namespace Kube.Api.Meta.V1;

public sealed class Condition
{
    [Required]
    public string? Type { get; set; }

    [Required]
    public string? Status { get; set; }

    public long? ObservedGeneration { get; set; }

    [Required]
    public DateTime? LastTransitionTime { get; set; }

    [Required]
    public string? Reason { get; set; }

    [Required]
    public string? Message { get; set; }
}
