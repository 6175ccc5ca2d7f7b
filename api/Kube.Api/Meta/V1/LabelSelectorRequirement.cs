namespace Kube.Api.Meta.V1;

public sealed class LabelSelectorRequirement
{
    [Required, ProtoField(1)]
    public string? Key { get; set; }

    [Required, ProtoField(2)]
    public string? Operator { get; set; }

    [ProtoField(3)]
    public List<string>? Values { get; set; }
}
