using Kube.Api.Meta.V1;

namespace Kube.Api.Policy.V1;

/// <summary>The pods and how many must stay.</summary>
public sealed class PodDisruptionBudgetSpec
{
    /// <summary>Pods that must remain available after an eviction, as a number or a percentage. Not together with maxUnavailable.</summary>
    [ProtoField(1, IsPointer = true)]
    public IntOrString? MinAvailable { get; set; }

    /// <summary>Labels of the pods; empty for every pod of the namespace, absent for none.</summary>
    [PatchReplace, ProtoField(2, IsPointer = true)]
    public LabelSelector? Selector { get; set; }

    /// <summary>Pods that may be unavailable after an eviction, as a number or a percentage. Not together with minAvailable.</summary>
    [ProtoField(3, IsPointer = true)]
    public IntOrString? MaxUnavailable { get; set; }

    /// <summary>When running pods that are not ready may be evicted: IfHealthyBudget or AlwaysAllow. Default IfHealthyBudget.</summary>
    [ProtoField(4, IsPointer = true)]
    public string? UnhealthyPodEvictionPolicy { get; set; }
}
