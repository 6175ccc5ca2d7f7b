using Microsoft.Extensions.Logging;

namespace Kube.Hosting;

/// <summary>One thing logged.</summary>
internal sealed record LogEntry(
    DateTime At, LogLevel Level, string Category, string Message, IReadOnlyList<KeyValuePair<string, object?>> Values, Exception? Exception);
