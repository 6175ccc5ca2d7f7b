namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>TerminationMessagePolicy</c>; on the wire it is a string.</summary>
public static class TerminationMessagePolicy
{
    /// <summary>Only the file.</summary>
    public const string File = "File";
    /// <summary>The end of the log when the file is empty and the container failed.</summary>
    public const string FallbackToLogsOnError = "FallbackToLogsOnError";
}
