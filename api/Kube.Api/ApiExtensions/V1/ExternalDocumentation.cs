namespace Kube.Api.ApiExtensions.V1;

/// <summary>Further reading on a schema.</summary>
public sealed class ExternalDocumentation
{
    /// <summary>What is found there.</summary>
    [ProtoField(1)]
    public string? Description { get; set; }

    /// <summary>Where it is.</summary>
    [ProtoField(2)]
    public string? Url { get; set; }
}
