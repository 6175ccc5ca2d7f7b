namespace Kube.ApiServer.Admission;

/// <summary>The plugins that are on, in order; the first that refuses ends the request.</summary>
internal sealed class AdmissionChain(IReadOnlyList<IAdmissionPlugin> plugins)
{
    public async ValueTask AdmitAsync(AdmissionRequest request, CancellationToken cancel)
    {
        foreach (var plugin in plugins)
        {
            await plugin.AdmitAsync(request, cancel);
        }
    }
}
