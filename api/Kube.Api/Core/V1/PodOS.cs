namespace Kube.Api.Core.V1;

/// <summary>The operating system a pod needs.</summary>
public sealed class PodOS
{
    /// <summary>linux or windows.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }
}
