namespace Kube.Client;

/// <summary>An informer of any kind, for those that start and await many.</summary>
internal interface IInformer
{
    string Resource { get; }

    Task RunAsync(CancellationToken ct);

    Task WaitForSyncAsync(CancellationToken ct);
}
