namespace Kube.Hosting;

/// <summary>The process cannot start; the message is the one line a person needs. Ends it with exit code 1 and no stack trace.</summary>
public sealed class StartupException : Exception
{
    /// <summary>With the line to show.</summary>
    public StartupException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
