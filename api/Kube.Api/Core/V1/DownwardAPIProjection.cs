namespace Kube.Api.Core.V1;

/// <summary>Facts about the pod within a projected volume.</summary>
public sealed class DownwardAPIProjection
{
    /// <summary>The files.</summary>
    [ProtoField(1)]
    public List<DownwardAPIVolumeFile>? Items { get; set; }
}
