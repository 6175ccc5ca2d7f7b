namespace Kube.Api.Core.V1;

/// <summary>Where a namespace is in its life.</summary>
public sealed class NamespaceStatus
{
    /// <summary>Active, or Terminating once deleted.</summary>
    [ProtoField(1)]
    public string? Phase { get; set; }

    /// <summary>What holds up its deletion.</summary>
    [PatchMerge("type"), ListMap("type"), ProtoField(2)]
    public List<NamespaceCondition>? Conditions { get; set; }
}
