namespace Kube.Api.Resources;

/// <summary>A field that field selectors and the cache's indexes may use. Read off the stored JSON, so that no reader needs the typed object.</summary>
/// <param name="Path">Dotted JSON path of a scalar, such as <c>spec.nodeName</c>.</param>
/// <param name="Absent">The value an absent field has, such as <c>false</c> for <c>spec.unschedulable</c>.</param>
/// <param name="Indexed">True where equality on this field is asked so often that watches are dispatched by it.</param>
public sealed record SelectableField(string Path, string Absent = "", bool Indexed = false)
{
    /// <summary>What a field selector calls it; the path unless the API's name differs from where the value is stored.</summary>
    public string Label { get; init; } = Path;
}
