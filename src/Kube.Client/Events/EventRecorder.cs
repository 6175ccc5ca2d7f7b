using System.Threading.Channels;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Client;

/// <summary>
/// Writes Events about objects. <see cref="Record"/> never blocks and never fails: beyond a bounded queue, events are dropped and counted.
/// A repeat of an event raises the count of the first one instead of creating another; many events that differ only in their message become one,
/// and an object that keeps causing events is soon written about only now and then.
/// </summary>
public sealed class EventRecorder
{
    private const int QueueLength = 1000;
    private const int Attempts = 5;
    private static readonly TimeSpan s_firstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_lastWords = TimeSpan.FromSeconds(2);

    private readonly Channel<Occurrence> _queue =
        Channel.CreateBounded<Occurrence>(new BoundedChannelOptions(QueueLength) { SingleReader = true });

    private readonly KubeClient _client;
    private readonly EventSource _source;
    private readonly EventCorrelator _correlator;
    private readonly EventBudget _budget = new();
    private readonly TimeProvider _time;
    private readonly Random _random;
    private readonly ILogger _logger;
    private long _dropped;

    /// <summary>A recorder for one component on one host. Nothing is sent before <see cref="RunAsync"/>.</summary>
    public EventRecorder(KubeClient client, string component, string? host = null, ILoggerFactory? loggers = null, TimeProvider? time = null, Random? random = null)
    {
        _client = client;
        _source = new EventSource { Component = component, Host = host };
        _time = time ?? TimeProvider.System;
        _random = random ?? new Random();
        _correlator = new EventCorrelator();
        _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger("events");
    }

    /// <summary>Events dropped because the queue was full or the server could not be reached for long.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Says that something happened to an object. <paramref name="type"/> is <c>Normal</c> or <c>Warning</c>, <paramref name="reason"/> one CamelCase word.</summary>
    public void Record(IKubeObject about, string type, string reason, string message)
    {
        var reference = new ObjectReference
        {
            ApiVersion = about.ApiVersion,
            Kind = about.Kind,
            Namespace = about.Metadata?.Namespace,
            Name = about.Metadata?.Name,
            Uid = about.Metadata?.Uid,
            ResourceVersion = about.Metadata?.ResourceVersion,
        };
        Record(reference, type, reason, message);
    }

    /// <summary>As the other form, about an object known by reference only, or about a part of one (<c>fieldPath</c>), and by another host than the recorder's own.</summary>
    public void Record(ObjectReference about, string type, string reason, string message, string? host = null)
    {
        if (!_queue.Writer.TryWrite(new Occurrence(about, type, reason, message, _time.GetUtcNow().UtcDateTime, host)))
        {
            Interlocked.Increment(ref _dropped);
        }
    }

    /// <summary>Sends what is recorded until cancelled, then for a moment what is left.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            await foreach (var occurrence in _queue.Reader.ReadAllAsync(ct))
            {
                await SendAsync(occurrence, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await SendTheRestAsync();
        }
    }

    private async Task SendTheRestAsync()
    {
        using var moment = new CancellationTokenSource(s_lastWords, _time);
        try
        {
            while (_queue.Reader.TryRead(out var occurrence))
            {
                await SendAsync(occurrence, moment.Token);
            }
        }
        catch (OperationCanceledException)
        {
            Interlocked.Add(ref _dropped, _queue.Reader.Count + 1);
        }
    }

    private async Task SendAsync(Occurrence occurrence, CancellationToken ct)
    {
        var record = _correlator.Note(occurrence);
        if (!_budget.TrySpend(occurrence))
        {
            return; // It is counted: the next event sent of this record carries it.
        }

        var backoff = new Backoff(s_firstPause, s_longestPause, _random);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await WriteAsync(record, occurrence, ct);
                return;
            }
            catch (ApiException e)
            {
                // Refused for good, for instance because the namespace is being deleted.
                _logger.EventRefused(occurrence.Reason, occurrence.About.Name, e.Message);
                _correlator.Forget(record);
                return;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException)
            {
                if (attempt == Attempts)
                {
                    Interlocked.Increment(ref _dropped);
                    _logger.EventNotSent(occurrence.Reason, occurrence.About.Name, e.Message);
                    return;
                }
            }

            await Task.Delay(backoff.Next(), _time, ct);
        }
    }

    private async Task WriteAsync(EventRecord record, Occurrence occurrence, CancellationToken ct)
    {
        var ns = occurrence.About.Namespace ?? "default";
        if (record.Name is not null)
        {
            try
            {
                var repeat = new Event { Count = record.Count, LastTimestamp = record.Last, Message = record.Message };
                await _client.PatchAsync<Event>(ns, record.Name, Patch.Strategic(repeat), ct);
                return;
            }
            catch (ApiException e) when (e.IsNotFound)
            {
                // Events do not live long; begin a new one.
                record.Restart(occurrence);
            }
        }

        var created = await _client.CreateAsync(New(record, occurrence, ns), ct);
        record.Name = created.Metadata?.Name;
    }

    private Event New(EventRecord record, Occurrence occurrence, string ns) => new()
    {
        Metadata = new ObjectMeta { Name = $"{occurrence.About.Name}.{occurrence.At.Ticks:x}{_random.Next(0x10000):x4}", Namespace = ns },
        InvolvedObject = occurrence.About,
        Type = occurrence.Type,
        Reason = occurrence.Reason,
        Message = record.Message,
        Count = record.Count,
        FirstTimestamp = record.First,
        LastTimestamp = record.Last,
        Source = occurrence.Host is { } host ? new EventSource { Component = _source.Component, Host = host } : _source,
        ReportingComponent = _source.Component,
        ReportingInstance = occurrence.Host ?? _source.Host ?? "",
    };
}
