namespace Kube.Api.ApiExtensions.V1;

/// <summary>A field of custom objects that field selectors may name.</summary>
public sealed class SelectableField
{
    /// <summary>Simple path of a string, integer or boolean, such as .spec.color.</summary>
    [Required, ProtoField(1)]
    public string? JsonPath { get; set; }
}
