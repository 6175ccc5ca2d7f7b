namespace Kube.Api.Meta.V1;

/// <summary>One requirement of a field selector.</summary>
public sealed class FieldSelectorRequirement
{
    /// <summary>The field the requirement is about.</summary>
    [Required, ProtoField(1)]
    public string? Key { get; set; }

    /// <summary>How the value is compared: In, NotIn, Exists or DoesNotExist.</summary>
    [Required, ProtoField(2)]
    public string? Operator { get; set; }

    /// <summary>The values to compare with; must be empty for Exists and DoesNotExist.</summary>
    [ProtoField(3)]
    public List<string>? Values { get; set; }
}
