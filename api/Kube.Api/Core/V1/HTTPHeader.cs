namespace Kube.Api.Core.V1;

/// <summary>One header of a request.</summary>
public sealed class HTTPHeader
{
    /// <summary>Header name.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>Header value.</summary>
    [Required, ProtoField(2)]
    public string? Value { get; set; }
}
