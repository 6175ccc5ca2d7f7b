namespace Kube.Kubelet.Pods;

/// <summary>A container cannot be made as declared; reason and message go into its status.</summary>
internal sealed class ContainerConfigException(string message, string reason = "CreateContainerConfigError") : Exception(message)
{
    public string Reason { get; } = reason;
}
