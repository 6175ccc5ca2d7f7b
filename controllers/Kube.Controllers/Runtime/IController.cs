namespace Kube.Controllers.Runtime;

/// <summary>A control loop as its host sees it.</summary>
internal interface IController
{
    /// <summary>Name in <c>--controllers</c>, logs and metrics.</summary>
    string Name { get; }

    /// <summary>Attaches to the caches; before they are started.</summary>
    void Connect();

    /// <summary>Works until cancelled; after the caches are filled.</summary>
    Task RunAsync(CancellationToken ct);
}
