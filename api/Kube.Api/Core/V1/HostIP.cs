namespace Kube.Api.Core.V1;

/// <summary>An address of a node.</summary>
public sealed class HostIP
{
    /// <summary>The address.</summary>
    [Required, ProtoField(1)]
    public string? Ip { get; set; }
}
