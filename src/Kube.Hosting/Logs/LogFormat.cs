namespace Kube.Hosting;

/// <summary>How log lines look.</summary>
internal enum LogFormat
{
    /// <summary><c>I1120 13:14:15.123456 component] message</c></summary>
    Text,

    /// <summary>One JSON object a line.</summary>
    Json,
}
