namespace Kube.Api.Discovery.V1;

/// <summary>A node that should use an endpoint.</summary>
public sealed class ForNode
{
    /// <summary>Name of the node.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }
}
