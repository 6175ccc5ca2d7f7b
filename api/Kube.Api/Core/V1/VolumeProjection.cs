namespace Kube.Api.Core.V1;

public sealed class VolumeProjection
{
    [ProtoField(1, IsPointer = true)]
    public SecretProjection? Secret { get; set; }

    [ProtoField(2, IsPointer = true)]
    public DownwardAPIProjection? DownwardAPI { get; set; }

    [ProtoField(3, IsPointer = true)]
    public ConfigMapProjection? ConfigMap { get; set; }

    [ProtoField(4, IsPointer = true)]
    public ServiceAccountTokenProjection? ServiceAccountToken { get; set; }

    [ProtoField(5, IsPointer = true)]
    public ClusterTrustBundleProjection? ClusterTrustBundle { get; set; }

    [ProtoField(6, IsPointer = true)]
    public PodCertificateProjection? PodCertificate { get; set; }
}
