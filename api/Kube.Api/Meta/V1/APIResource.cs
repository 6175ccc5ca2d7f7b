namespace Kube.Api.Meta.V1;

public sealed class APIResource
{
    [Required]
    public string? Name { get; set; }

    [Required]
    public string? SingularName { get; set; }

    [Required]
    public bool? Namespaced { get; set; }

    public string? Group { get; set; }

    public string? Version { get; set; }

    [Required]
    public string? Kind { get; set; }

    [Required]
    public List<string>? Verbs { get; set; }

    public List<string>? ShortNames { get; set; }

    public List<string>? Categories { get; set; }

    public string? StorageVersionHash { get; set; }
}
