using Kube.Client;
using Microsoft.Extensions.Logging;

namespace Kube.Controllers.Runtime;

/// <summary>The one work loop: takes keys, reconciles them, and decides from the outcome when each comes back.</summary>
internal sealed partial class ControllerRunner(ControllerContext context, string name)
{
    /// <summary>Half a minute at most: long enough to be polite to a server that refuses, short enough that people see things recover.</summary>
    public static readonly WorkQueueOptions Backoff = new() { FirstDelay = TimeSpan.FromMilliseconds(5), LongestDelay = TimeSpan.FromSeconds(30) };

    /// <summary>While the server cannot be reached there is nothing to back off from; keys come back soon after it returns.</summary>
    private static readonly TimeSpan s_serverAway = TimeSpan.FromSeconds(1);

    private readonly ILogger _logger = context.Loggers.CreateLogger(name);

    /// <summary>Works with as many workers as the controller wants until cancelled.</summary>
    public async Task RunAsync<TKey>(Controller<TKey> controller, CancellationToken ct)
        where TKey : notnull
    {
        await controller.PrepareAsync(ct);
        LogStarted(controller.Workers);
        await Task.WhenAll(Enumerable.Range(0, controller.Workers).Select(_ => WorkAsync(controller, ct)));
    }

    private async Task WorkAsync<TKey>(Controller<TKey> controller, CancellationToken ct)
        where TKey : notnull
    {
        // Handlers add keys on the informers' loops; the workers must not run there.
        await Task.Yield();
        while (!ct.IsCancellationRequested)
        {
            TKey key;
            try
            {
                key = await controller.Queue.TakeAsync(ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }

            var start = context.Time.GetTimestamp();
            var result = await ReconcileAsync(controller, key, ct);
            controller.Queue.Done(key);
            context.Metrics.Reconciled(name, result, context.Time.GetElapsedTime(start), controller.Queue.Count);
        }
    }

    private async Task<string> ReconcileAsync<TKey>(Controller<TKey> controller, TKey key, CancellationToken ct)
        where TKey : notnull
    {
        try
        {
            var requeue = await controller.ReconcileAsync(key, ct);
            if (requeue.WithBackoff)
            {
                controller.Queue.AddRateLimited(key);
                return "later";
            }

            controller.Queue.Forget(key);
            if (requeue.After is { } delay)
            {
                controller.Queue.AddAfter(key, delay);
            }

            return "success";
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return "cancelled";
        }
        catch (ApiException conflict) when (conflict.IsConflict || conflict.IsAlreadyExists || conflict.IsNotFound)
        {
            // The cache was behind; the change that overtook us is on its way.
            LogBehind(key, conflict.Message);
            controller.Queue.AddRateLimited(key);
            return "conflict";
        }
        catch (Exception error) when (error is HttpRequestException or IOException or TimeoutException)
        {
            LogServerAway(key, error.Message);
            controller.Queue.AddAfter(key, s_serverAway);
            return "unreachable";
        }
        catch (Exception error) when (error.GetBaseException() is ApiException refusal)
        {
            LogRefused(key, refusal.Message);
            controller.Queue.AddRateLimited(key);
            return "refused";
        }
        catch (Exception error)
        {
            LogFailed(error, key);
            controller.Queue.AddRateLimited(key);
            return "error";
        }
    }
}
