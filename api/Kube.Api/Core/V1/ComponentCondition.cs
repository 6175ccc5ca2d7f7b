namespace Kube.Api.Core.V1;

/// <summary>One thing that is known about a part of the control plane.</summary>
public sealed class ComponentCondition
{
    /// <summary>What it is about: Healthy.</summary>
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    /// <summary>True, False or Unknown.</summary>
    [Required, ProtoField(2)]
    public string? Status { get; set; }

    /// <summary>What it answered.</summary>
    [ProtoField(3)]
    public string? Message { get; set; }

    /// <summary>What went wrong when it was asked.</summary>
    [ProtoField(4)]
    public string? Error { get; set; }
}
