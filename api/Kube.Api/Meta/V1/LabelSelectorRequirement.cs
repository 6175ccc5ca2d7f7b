namespace Kube.Api.Meta.V1;

/// <summary>One requirement on a label.</summary>
public sealed class LabelSelectorRequirement
{
    /// <summary>Label key.</summary>
    [Required, ProtoField(1)]
    public string? Key { get; set; }

    /// <summary>In, NotIn, Exists or DoesNotExist.</summary>
    [Required, ProtoField(2)]
    public string? Operator { get; set; }

    /// <summary>Values for In and NotIn, none for the others.</summary>
    [ProtoField(3)]
    public List<string>? Values { get; set; }
}
