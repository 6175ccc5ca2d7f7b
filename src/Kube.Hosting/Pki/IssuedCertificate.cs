namespace Kube.Hosting;

/// <summary>A certificate and its key, in PEM.</summary>
public sealed record IssuedCertificate(string CertificatePem, string KeyPem);
