namespace Kube.Api.Core.V1;

/// <summary>One requirement on a label or field.</summary>
public sealed class NodeSelectorRequirement
{
    /// <summary>Label key or field.</summary>
    [Required, ProtoField(1)]
    public string? Key { get; set; }

    /// <summary>In, NotIn, Exists, DoesNotExist, Gt or Lt.</summary>
    [Required, ProtoField(2)]
    public string? Operator { get; set; }

    /// <summary>Values for In and NotIn, one number for Gt and Lt, none for the others.</summary>
    [ProtoField(3)]
    public List<string>? Values { get; set; }
}
