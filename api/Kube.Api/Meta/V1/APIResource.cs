namespace Kube.Api.Meta.V1;

public sealed class APIResource
{
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    [Required, ProtoField(6)]
    public string? SingularName { get; set; }

    [Required, ProtoField(2)]
    public bool? Namespaced { get; set; }

    [ProtoField(8)]
    public string? Group { get; set; }

    [ProtoField(9)]
    public string? Version { get; set; }

    [Required, ProtoField(3)]
    public string? Kind { get; set; }

    [Required, ProtoField(4)]
    public List<string>? Verbs { get; set; }

    [ProtoField(5)]
    public List<string>? ShortNames { get; set; }

    [ProtoField(7)]
    public List<string>? Categories { get; set; }

    [ProtoField(10)]
    public string? StorageVersionHash { get; set; }
}
