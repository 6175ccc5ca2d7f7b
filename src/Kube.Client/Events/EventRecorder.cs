using Kube.Api;
using Microsoft.Extensions.Logging;

namespace Kube.Client;

/// <summary>
/// Writes Events about objects. <see cref="Record"/> never blocks and never fails: beyond a bounded queue, events are dropped and counted.
/// A repeat of an event raises the count of the first one instead of creating another.
/// </summary>
public sealed class EventRecorder
{
    /// <summary>A recorder for one component on one host. Nothing is sent before <see cref="RunAsync"/>.</summary>
    public EventRecorder(KubeClient client, string component, string? host = null, ILoggerFactory? loggers = null, TimeProvider? time = null, Random? random = null)
    {
    }

    /// <summary>Events dropped because the queue was full.</summary>
    public long Dropped => throw new NotSupportedException();

    /// <summary>Says that something happened to an object. <paramref name="type"/> is <c>Normal</c> or <c>Warning</c>, <paramref name="reason"/> one CamelCase word.</summary>
    public void Record(IKubeObject about, string type, string reason, string message) => throw new NotSupportedException();

    /// <summary>Sends what is recorded until cancelled, then briefly what is left.</summary>
    public Task RunAsync(CancellationToken ct) => throw new NotSupportedException();
}
