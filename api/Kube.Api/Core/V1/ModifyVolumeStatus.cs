namespace Kube.Api.Core.V1;

/// <summary>How far a change of the attributes class of a claim is.</summary>
public sealed class ModifyVolumeStatus
{
    /// <summary>The class that the volume is being brought to.</summary>
    [ProtoField(1)]
    public string? TargetVolumeAttributesClassName { get; set; }

    /// <summary>Pending, InProgress or Infeasible.</summary>
    [Required, ProtoField(2)]
    public string? Status { get; set; }
}
