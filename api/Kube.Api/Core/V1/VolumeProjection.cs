namespace Kube.Api.Core.V1;

public sealed class VolumeProjection
{
    public SecretProjection? Secret { get; set; }

    public DownwardAPIProjection? DownwardAPI { get; set; }

    public ConfigMapProjection? ConfigMap { get; set; }

    public ServiceAccountTokenProjection? ServiceAccountToken { get; set; }

    public ClusterTrustBundleProjection? ClusterTrustBundle { get; set; }

    public PodCertificateProjection? PodCertificate { get; set; }
}
