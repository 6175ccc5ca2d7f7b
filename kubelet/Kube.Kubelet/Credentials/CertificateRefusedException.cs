namespace Kube.Kubelet.Credentials;

/// <summary>There will be no certificate for a request; the message says why, and whose decision it was.</summary>
internal sealed class CertificateRefusedException(string message) : Exception(message);
