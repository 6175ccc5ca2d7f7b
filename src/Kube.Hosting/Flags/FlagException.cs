namespace Kube.Hosting;

/// <summary>The arguments are wrong; the message is one clear line. Ends a process with exit code 2.</summary>
public sealed class FlagException : Exception
{
    /// <summary>With the line to show.</summary>
    public FlagException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
