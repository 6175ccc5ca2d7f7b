namespace Kube.Api.Storage.V1;

/// <summary>The CSI drivers of one node.</summary>
public sealed class CSINodeSpec
{
    /// <summary>The drivers that are registered; each name once.</summary>
    [Required, PatchMerge("name"), ListMap("name"), ProtoField(1)]
    public List<CSINodeDriver>? Drivers { get; set; }
}
