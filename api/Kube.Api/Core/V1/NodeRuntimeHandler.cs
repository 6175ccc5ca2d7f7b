namespace Kube.Api.Core.V1;

/// <summary>A way to run containers.</summary>
public sealed class NodeRuntimeHandler
{
    /// <summary>Its name; empty for the usual one.</summary>
    [ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>What it can do.</summary>
    [ProtoField(2, IsPointer = true)]
    public NodeRuntimeHandlerFeatures? Features { get; set; }
}
