namespace Kube.ApiServer.Admission;

/// <summary>A rule of the cluster, beyond those of one kind: fills in or refuses what is written. Refuses by throwing an <see cref="Errors.ApiError"/>.</summary>
internal interface IAdmissionPlugin
{
    /// <summary>Looks at one write; may change its object.</summary>
    ValueTask AdmitAsync(AdmissionRequest request, CancellationToken cancel);
}
