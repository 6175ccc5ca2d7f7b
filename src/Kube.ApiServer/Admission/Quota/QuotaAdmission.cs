using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Resources;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;
using Kube.Machinery.Quota;

namespace Kube.ApiServer.Admission.Quota;

/// <summary>
/// Holds what is written in a namespace to its ResourceQuotas. The last step before the store, when the object is what it will be: the quotas' use is
/// raised by guarded writes first, then the object is stored, so that no number of writers at the same time exceeds a bound. What ends or shrinks is
/// given back by the quota controller.
/// </summary>
internal sealed class QuotaAdmission(Func<ResourceStore> quotas, TimeProvider clock)
{
    private readonly QuotaLedger _ledger = new(quotas);

    /// <summary>Charges a write; refuses it by throwing. Dispose gives everything back unless the charge is kept; null when there is nothing to charge. A dry run is judged, not charged.</summary>
    public async ValueTask<QuotaCharge?> ChargeAsync(AdmissionRequest request, CancellationToken cancel)
    {
        if (!IsCharged(request) || Concerned(request) is not { Count: > 0 } names
            || QuotaDemand.Of(request.Resource.Info, request.Object!, request.Old, clock.GetUtcNow().UtcDateTime) is not { } demand)
        {
            return null;
        }

        var charge = new QuotaCharge(_ledger, request.Namespace!);
        foreach (var name in names)
        {
            var verdict = request.DryRun ? await JudgeAsync(request.Namespace!, name, demand, cancel) : await _ledger.ChargeAsync(request.Namespace!, name, demand);
            if (verdict.Refusal is { } refusal)
            {
                await charge.DisposeAsync();
                throw Failure.Forbidden(request.Resource.Info, request.Name, refusal);
            }

            if (!request.DryRun)
            {
                charge.Add(name, verdict.Charged);
            }
        }

        return charge;
    }

    /// <summary>Creates, and updates of what can grow. Events are too many and too short-lived to count.</summary>
    private static bool IsCharged(AdmissionRequest request) => request is { Namespace.Length: > 0, Object: { } obj } && request.Resource.Info.Plural != "events"
        && (request.Operation, request.Subresource) switch
        {
            (Operation.Create, null) => true,
            (Operation.Update, null) => obj is Service or PersistentVolumeClaim,
            (Operation.Update, "resize") => obj is Pod,
            _ => false,
        };

    /// <summary>The quotas that count this object, by name; a moment's lag in the cache matters as little as the order of two requests does.</summary>
    private List<string> Concerned(AdmissionRequest request) =>
    [
        .. quotas().SharedIn(request.Namespace!).Cast<ResourceQuota>()
            .Where(q => QuotaRules.Concerns(q, request.Resource.Info, request.Object))
            .Select(q => q.Metadata!.Name!),
    ];

    private async Task<QuotaVerdict> JudgeAsync(string ns, string name, QuotaDemand demand, CancellationToken cancel) =>
        await quotas().LoadAsync(quotas().Key(ns, name), cancel) is { Object: ResourceQuota quota } ? QuotaRules.Judge(quota, demand) : QuotaVerdict.Indifferent;
}
