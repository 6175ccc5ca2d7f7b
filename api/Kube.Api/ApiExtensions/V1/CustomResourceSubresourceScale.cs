namespace Kube.Api.ApiExtensions.V1;

/// <summary>Which fields of a custom object the scale subresource shows.</summary>
public sealed class CustomResourceSubresourceScale
{
    /// <summary>Path of the wanted replicas below .spec, without lists.</summary>
    [Required, ProtoField(1)]
    public string? SpecReplicasPath { get; set; }

    /// <summary>Path of the existing replicas below .status, without lists.</summary>
    [Required, ProtoField(2)]
    public string? StatusReplicasPath { get; set; }

    /// <summary>Path of a label selector in its text form, below .spec or .status.</summary>
    [ProtoField(3, IsPointer = true)]
    public string? LabelSelectorPath { get; set; }
}
