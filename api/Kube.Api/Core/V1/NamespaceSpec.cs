namespace Kube.Api.Core.V1;

/// <summary>What must happen before a namespace can go.</summary>
public sealed class NamespaceSpec
{
    /// <summary>Who still has to clean up in it. The last to be removed lets it go.</summary>
    [ProtoField(1)]
    public List<string>? Finalizers { get; set; }
}
