using Kube.Api;
using Kube.Api.Coordination.V1;
using Kube.Api.Meta.V1;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Client;

/// <summary>
/// Leads while it holds a Lease. Time is measured from when a renewal was seen, never by comparing clocks of two machines; a leader stops at the
/// renew deadline, which is shorter than the time others wait, so there are never two as long as clocks run at about the same speed.
/// </summary>
public sealed class LeaderElector
{
    private static readonly TimeSpan s_releaseWithin = TimeSpan.FromSeconds(2);

    private readonly KubeClient _client;
    private readonly LeaderElectionOptions _options;
    private readonly TimeProvider _time;
    private readonly Random _random;
    private readonly ILogger _logger;
    private string? _seenRevision;
    private long _seenAt;
    private volatile bool _isLeader;

    /// <summary>One candidate.</summary>
    public LeaderElector(KubeClient client, LeaderElectionOptions options, ILoggerFactory? loggers = null, TimeProvider? time = null, Random? random = null)
    {
        _client = client;
        _options = options;
        _time = time ?? TimeProvider.System;
        _random = random ?? new Random();
        _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger("leader-election");
    }

    /// <summary>Whether this instance leads now.</summary>
    public bool IsLeader => _isLeader;

    /// <summary>
    /// Campaigns until <paramref name="ct"/>. While leading, <paramref name="lead"/> runs; its token is cancelled when leadership is lost or the process stops.
    /// After a loss it campaigns again, so <paramref name="lead"/> may be called more than once, never twice at a time. When it returns by itself, so does this; what it throws, this throws.
    /// On a graceful stop the Lease is released, so that the next leader need not wait for it to expire.
    /// </summary>
    public async Task RunAsync(Func<CancellationToken, Task> lead, CancellationToken ct)
    {
        while (await AcquireAsync(ct))
        {
            _logger.Leading(_options.Namespace, _options.Name, _options.Identity);
            var finished = await LeadAsync(lead, ct);
            await ReleaseAsync();
            if (finished || ct.IsCancellationRequested)
            {
                return;
            }

            _logger.LostLease(_options.Namespace, _options.Name, _options.Identity);
        }
    }

    private async Task<bool> AcquireAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            if (await TryHoldAsync(ct))
            {
                return true;
            }

            await PauseAsync(_options.RetryPeriod * (1 + (0.2 * _random.NextDouble())), ct);
        }

        return false;
    }

    /// <summary>True when <paramref name="lead"/> ended by itself.</summary>
    private async Task<bool> LeadAsync(Func<CancellationToken, Task> lead, CancellationToken ct)
    {
        using var leading = CancellationTokenSource.CreateLinkedTokenSource(ct);
        _isLeader = true;
        var work = lead(leading.Token);
        var renewal = RenewUntilLostAsync(leading.Token);
        var first = await Task.WhenAny(work, renewal);
        var finished = first == work && !ct.IsCancellationRequested;
        await leading.CancelAsync();
        await renewal;
        try
        {
            await work;
        }
        catch (OperationCanceledException) when (!finished)
        {
            // Asked to stop, and stopped.
        }
        finally
        {
            _isLeader = false;
        }

        return finished;
    }

    private async Task RenewUntilLostAsync(CancellationToken ct)
    {
        var renewed = _time.GetTimestamp();
        while (true)
        {
            await PauseAsync(_options.RetryPeriod, ct);
            var left = _options.RenewDeadline - _time.GetElapsedTime(renewed);
            if (left <= TimeSpan.Zero || ct.IsCancellationRequested)
            {
                return;
            }

            using var deadline = new RequestDeadline(left, _time, ct);
            var begun = _time.GetTimestamp();
            if (await TryHoldAsync(deadline.Token))
            {
                renewed = begun;
            }
        }
    }

    /// <summary>One attempt to take or keep the Lease. False when somebody else holds it or the server cannot be asked.</summary>
    private async Task<bool> TryHoldAsync(CancellationToken ct)
    {
        try
        {
            var lease = await _client.FindAsync<Lease>(_options.Namespace, _options.Name, ct);
            if (lease is null)
            {
                Note(await _client.CreateAsync(NewLease(), ct));
                return true;
            }

            Note(lease);
            var mine = lease.Spec?.HolderIdentity == _options.Identity;
            if (!mine && !string.IsNullOrEmpty(lease.Spec?.HolderIdentity) && _time.GetElapsedTime(_seenAt) < _options.LeaseDuration)
            {
                return false;
            }

            Note(await _client.UpdateAsync(Taken(lease, mine), ct));
            return true;
        }
        catch (ApiException e) when (e.IsConflict || e.IsAlreadyExists)
        {
            return false;
        }
        catch (Exception e) when (e is ApiException or HttpRequestException or IOException or TimeoutException)
        {
            _logger.CannotReachLease(_options.Namespace, _options.Name, e.Message);
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Note(Lease lease)
    {
        if (lease.Metadata?.ResourceVersion is var revision && revision != _seenRevision)
        {
            _seenRevision = revision;
            _seenAt = _time.GetTimestamp();
        }
    }

    private Lease NewLease()
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return new Lease
        {
            Metadata = new ObjectMeta { Name = _options.Name, Namespace = _options.Namespace },
            Spec = new LeaseSpec
            {
                HolderIdentity = _options.Identity,
                LeaseDurationSeconds = (int)_options.LeaseDuration.TotalSeconds,
                AcquireTime = now,
                RenewTime = now,
                LeaseTransitions = 0,
            },
        };
    }

    private Lease Taken(Lease lease, bool renewal)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        var taken = lease.Clone();
        taken.Spec ??= new LeaseSpec();
        taken.Spec.HolderIdentity = _options.Identity;
        taken.Spec.LeaseDurationSeconds = (int)_options.LeaseDuration.TotalSeconds;
        taken.Spec.RenewTime = now;
        if (!renewal)
        {
            taken.Spec.AcquireTime = now;
            taken.Spec.LeaseTransitions = (lease.Spec?.LeaseTransitions ?? 0) + 1;
        }

        return taken;
    }

    private async Task ReleaseAsync()
    {
        using var limit = new CancellationTokenSource(s_releaseWithin, _time);
        try
        {
            var lease = await _client.FindAsync<Lease>(_options.Namespace, _options.Name, limit.Token);
            if (lease?.Spec?.HolderIdentity == _options.Identity)
            {
                lease.Spec.HolderIdentity = "";
                lease.Spec.LeaseDurationSeconds = 1;
                await _client.UpdateAsync(lease, limit.Token);
            }
        }
        catch (Exception e) when (e is ApiException or HttpRequestException or IOException or TimeoutException or OperationCanceledException)
        {
            // Not released: it expires by itself.
            _logger.NotReleased(_options.Namespace, _options.Name, e.Message);
        }
    }

    private async Task PauseAsync(TimeSpan pause, CancellationToken ct)
    {
        try
        {
            await Task.Delay(pause, _time, ct);
        }
        catch (OperationCanceledException)
        {
            // The loops end by themselves.
        }
    }
}
