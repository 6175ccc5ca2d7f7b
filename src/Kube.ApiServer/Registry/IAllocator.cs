using Kube.Api;
using Kube.Machinery.Validation;

namespace Kube.ApiServer.Registry;

/// <summary>Gives objects of one kind something that is unique in the cluster, such as an address.</summary>
internal interface IAllocator
{
    /// <summary>
    /// Reserves what the object needs and does not hold yet, and writes it into the object; what cannot be had is added to the errors.
    /// Dispose gives everything back unless it was committed.
    /// </summary>
    ValueTask<IReservation> ReserveAsync(IKubeObject obj, IKubeObject? old, bool dryRun, FieldErrors errors, CancellationToken cancel);

    /// <summary>Gives back what an object held that is gone.</summary>
    ValueTask ReleaseAsync(IKubeObject obj, CancellationToken cancel);
}

/// <summary>What one write reserved.</summary>
internal interface IReservation : IAsyncDisposable
{
    /// <summary>The object is stored: keep what was reserved, give back what it no longer uses.</summary>
    ValueTask CommitAsync(CancellationToken cancel);
}
