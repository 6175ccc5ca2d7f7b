namespace Kube.Api.Core.V1;

/// <summary>What a change of one resource does to a running container.</summary>
public sealed class ContainerResizePolicy
{
    /// <summary>cpu or memory.</summary>
    [Required, ProtoField(1)]
    public string? ResourceName { get; set; }

    /// <summary>NotRequired or RestartContainer.</summary>
    [Required, ProtoField(2)]
    public string? RestartPolicy { get; set; }
}
