namespace Kube.Api.Core.V1;

/// <summary>One source of a projected volume; exactly one of the fields.</summary>
public sealed class VolumeProjection
{
    /// <summary>Keys of a Secret.</summary>
    [ProtoField(1, IsPointer = true)]
    public SecretProjection? Secret { get; set; }

    /// <summary>Facts about the pod.</summary>
    [ProtoField(2, IsPointer = true)]
    public DownwardAPIProjection? DownwardAPI { get; set; }

    /// <summary>Keys of a ConfigMap.</summary>
    [ProtoField(3, IsPointer = true)]
    public ConfigMapProjection? ConfigMap { get; set; }

    /// <summary>A token of the pod's service account.</summary>
    [ProtoField(4, IsPointer = true)]
    public ServiceAccountTokenProjection? ServiceAccountToken { get; set; }

    /// <summary>Certificates of trusted authorities.</summary>
    [ProtoField(5, IsPointer = true)]
    public ClusterTrustBundleProjection? ClusterTrustBundle { get; set; }

    /// <summary>A certificate made for the pod.</summary>
    [ProtoField(6, IsPointer = true)]
    public PodCertificateProjection? PodCertificate { get; set; }
}
