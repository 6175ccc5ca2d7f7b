using Microsoft.Extensions.Logging;

namespace Kube.Storage;

/// <summary>Forgets history older than an interval, as Kubernetes' API server does; several processes may do it at once.</summary>
public sealed class Compactor(IStore store, TimeSpan interval, TimeProvider clock, ILogger<Compactor> log)
{
    /// <summary>Compacts every interval until cancelled.</summary>
    public Task RunAsync(CancellationToken cancel) => throw new NotImplementedException($"{store}{interval}{clock}{log}");
}
