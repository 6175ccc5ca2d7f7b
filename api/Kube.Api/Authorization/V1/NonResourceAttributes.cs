namespace Kube.Api.Authorization.V1;

/// <summary>A request for a path that is no resource.</summary>
public sealed class NonResourceAttributes
{
    /// <summary>The path of the URL.</summary>
    [ProtoField(1)]
    public string? Path { get; set; }

    /// <summary>The HTTP method in lower case.</summary>
    [ProtoField(2)]
    public string? Verb { get; set; }
}
