namespace Kube.Client;

/// <summary>A kubeconfig cannot be used; the message is one clear line.</summary>
public sealed class KubeconfigException : Exception
{
    /// <summary>With the line to show.</summary>
    public KubeconfigException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
