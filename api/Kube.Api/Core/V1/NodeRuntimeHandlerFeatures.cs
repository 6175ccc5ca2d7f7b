namespace Kube.Api.Core.V1;

/// <summary>What a way to run containers can do.</summary>
public sealed class NodeRuntimeHandlerFeatures
{
    /// <summary>Whether it can make mounts read-only with all below.</summary>
    [ProtoField(1, IsPointer = true)]
    public bool? RecursiveReadOnlyMounts { get; set; }

    /// <summary>Whether it can give pods user ids of their own.</summary>
    [ProtoField(2, IsPointer = true)]
    public bool? UserNamespaces { get; set; }
}
