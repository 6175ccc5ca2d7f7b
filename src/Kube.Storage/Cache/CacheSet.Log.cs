using Microsoft.Extensions.Logging;

namespace Kube.Storage.Cache;

public sealed partial class CacheSet
{
    [LoggerMessage(LogLevel.Information, "loaded {Count} objects at revision {Revision} in {Milliseconds:0} ms")]
    private partial void LogLoaded(int count, long revision, double milliseconds);

    [LoggerMessage(LogLevel.Warning, "changes after revision {Revision} were compacted away (the store holds {CompactRevision} and later); listing again")]
    private partial void LogCompacted(long revision, long compactRevision);

    [LoggerMessage(LogLevel.Warning, "the store cannot be followed at revision {Revision}; trying again")]
    private partial void LogFailed(Exception exception, long revision);
}
