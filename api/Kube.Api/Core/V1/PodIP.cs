namespace Kube.Api.Core.V1;

/// <summary>An address of a pod.</summary>
public sealed class PodIP
{
    /// <summary>The address.</summary>
    [Required, ProtoField(1)]
    public string? Ip { get; set; }
}
