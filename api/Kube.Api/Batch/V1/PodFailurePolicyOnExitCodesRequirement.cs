namespace Kube.Api.Batch.V1;

/// <summary>Fits pods by the exit codes of containers that failed.</summary>
public sealed class PodFailurePolicyOnExitCodesRequirement
{
    /// <summary>The container, init containers included, to look at; all when absent.</summary>
    [ProtoField(1, IsPointer = true)]
    public string? ContainerName { get; set; }

    /// <summary>In or NotIn.</summary>
    [Required, ProtoField(2)]
    public string? Operator { get; set; }

    /// <summary>The codes: at most 255, in ascending order, without repetition; 0 only with NotIn.</summary>
    [Required, ListSet, ProtoField(3)]
    public List<int>? Values { get; set; }
}
