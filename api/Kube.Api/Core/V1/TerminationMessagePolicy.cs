namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>TerminationMessagePolicy</c>; on the wire it is a string.</summary>
public static class TerminationMessagePolicy
{
    public const string File = "File";
    public const string FallbackToLogsOnError = "FallbackToLogsOnError";
}
