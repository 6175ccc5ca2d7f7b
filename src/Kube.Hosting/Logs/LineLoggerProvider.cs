using Microsoft.Extensions.Logging;

namespace Kube.Hosting;

/// <summary>Writes each log entry as one line to a stream, at once: what a crash leaves behind is complete.</summary>
internal sealed class LineLoggerProvider(Stream output, LogFormat format, LogLevel lowest, TimeProvider time) : ILoggerProvider
{
    private readonly Lock _lock = new();

    public ILogger CreateLogger(string categoryName) => new LineLogger(this, categoryName[(categoryName.LastIndexOf('.') + 1)..]);

    public void Dispose()
    {
    }

    private bool IsEnabled(LogLevel level) => level >= lowest && level != LogLevel.None;

    private void Write(LogLevel level, string category, string message, IReadOnlyList<KeyValuePair<string, object?>> values, Exception? exception)
    {
        var entry = new LogEntry(time.GetUtcNow().UtcDateTime, level, category, message, values, exception);
        var line = format == LogFormat.Json ? LogLine.Json(entry) : LogLine.Text(entry);
        lock (_lock)
        {
            output.Write(line);
        }
    }

    private sealed class LineLogger(LineLoggerProvider provider, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => provider.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                provider.Write(logLevel, category, formatter(state, exception), state as IReadOnlyList<KeyValuePair<string, object?>> ?? [], exception);
            }
        }
    }
}
