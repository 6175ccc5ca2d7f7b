using Kube.Client;

namespace Kube.Controllers.Runtime;

/// <summary>
/// One control loop. It names what it watches, each change becomes a key, and the key alone is reconciled: read what is, decide what should be, act.
/// A key is never with two workers; one that fails comes back with growing delays. Nothing here may rely on which change brought the key.
/// </summary>
internal abstract class Controller<TKey>(ControllerContext context, string name) : IController
    where TKey : notnull
{
    /// <inheritdoc />
    public string Name { get; } = name;

    /// <summary>How many keys are worked on at the same time.</summary>
    public virtual int Workers => 5;

    /// <summary>Where keys wait.</summary>
    public WorkQueue<TKey> Queue { get; } = new(context.Time, ControllerRunner.Backoff);

    /// <summary>The current time.</summary>
    protected DateTime Now => context.Time.GetUtcNow().UtcDateTime;

    /// <summary>The connection to the API server.</summary>
    protected KubeClient Client => context.Client;

    /// <summary>Declares what brings keys into the queue.</summary>
    public abstract void Watch(Watches<TKey> watches);

    /// <summary>Runs once, when all caches are filled and before the first key is taken.</summary>
    public virtual Task PrepareAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Brings the world closer to what the key's object asks for. Throws to be called again later.</summary>
    public abstract Task<Requeue> ReconcileAsync(TKey key, CancellationToken ct);

    /// <inheritdoc />
    public void Connect() => Watch(new Watches<TKey>(Queue));

    /// <inheritdoc />
    public virtual Task RunAsync(CancellationToken ct) => new ControllerRunner(context, Name).RunAsync(this, ct);

    /// <summary>Deletes this very object, not another that has taken its name; one that is gone already is as well.</summary>
    protected async Task DeleteAsync<T>(T gone, CancellationToken ct)
        where T : class, Kube.Api.IResource<T>
    {
        try
        {
            var onlyThis = new Kube.Api.Meta.V1.DeleteOptions { Preconditions = new Kube.Api.Meta.V1.Preconditions { Uid = gone.Uid() } };
            await Client.DeleteAsync<T>(gone.Metadata?.Namespace, gone.Metadata!.Name!, onlyThis, ct);
        }
        catch (ApiException error) when (error.IsNotFound)
        {
            // Gone already.
        }
    }

    /// <summary>Says that something happened to an object.</summary>
    protected void Normal(Kube.Api.IKubeObject about, string reason, string message) => context.Events.Record(about, "Normal", reason, message);

    /// <summary>Says that something went wrong with an object.</summary>
    protected void Warn(Kube.Api.IKubeObject about, string reason, string message) => context.Events.Record(about, "Warning", reason, message);
}
