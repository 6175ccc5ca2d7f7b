namespace Kube.Kubelet.Volumes;

/// <summary>A volume cannot be provided yet or at all; the message goes into a FailedMount event.</summary>
internal sealed class VolumeException(string message, Exception? inner = null) : Exception(message, inner);
