namespace Kube.Api.ApiExtensions.V1;

/// <summary>The subresources of a version of a custom kind.</summary>
public sealed class CustomResourceSubresources
{
    /// <summary>Present: .status is written through /status only.</summary>
    [ProtoField(1, IsPointer = true)]
    public CustomResourceSubresourceStatus? Status { get; set; }

    /// <summary>Present: /scale shows and sets a number of replicas.</summary>
    [ProtoField(2, IsPointer = true)]
    public CustomResourceSubresourceScale? Scale { get; set; }
}
