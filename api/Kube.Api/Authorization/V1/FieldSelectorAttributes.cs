using Kube.Api.Meta.V1;

namespace Kube.Api.Authorization.V1;

/// <summary>The field selector of a request that is to be judged. Only one of the two forms may be given.</summary>
public sealed class FieldSelectorAttributes
{
    /// <summary>The selector as it stands in a query.</summary>
    [ProtoField(1)]
    public string? RawSelector { get; set; }

    /// <summary>The selector in parts; all of them must hold.</summary>
    [ProtoField(2)]
    public List<FieldSelectorRequirement>? Requirements { get; set; }
}
