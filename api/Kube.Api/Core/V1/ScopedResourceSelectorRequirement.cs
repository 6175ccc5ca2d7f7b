namespace Kube.Api.Core.V1;

/// <summary>One requirement on the scope of an object.</summary>
public sealed class ScopedResourceSelectorRequirement
{
    /// <summary>The scope, such as PriorityClass.</summary>
    [Required, ProtoField(1)]
    public string? ScopeName { get; set; }

    /// <summary>In, NotIn, Exists or DoesNotExist; scopes that have no value take Exists only.</summary>
    [Required, ProtoField(2)]
    public string? Operator { get; set; }

    /// <summary>Values for In and NotIn; empty for the others.</summary>
    [ProtoField(3)]
    public List<string>? Values { get; set; }
}
