namespace Kube.Api.Meta.V1;

[MapAtomic]
public sealed class OwnerReference
{
    [Required]
    public string? ApiVersion { get; set; }

    [Required]
    public string? Kind { get; set; }

    [Required]
    public string? Name { get; set; }

    [Required]
    public string? Uid { get; set; }

    public bool? Controller { get; set; }

    public bool? BlockOwnerDeletion { get; set; }
}
