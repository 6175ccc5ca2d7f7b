namespace Kube.Api.Core.V1;

/// <summary>A kernel parameter.</summary>
public sealed class Sysctl
{
    /// <summary>Name of the parameter.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>Its value.</summary>
    [Required, ProtoField(2)]
    public string? Value { get; set; }
}
