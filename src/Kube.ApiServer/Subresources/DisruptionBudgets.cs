using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Policy.V1;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;
using Kube.ApiServer.Verbs;
using Kube.Machinery.Selectors;
using Kube.Storage.Cache;
using Condition = Kube.Api.Meta.V1.Condition;

namespace Kube.ApiServer.Subresources;

/// <summary>
/// The disruption budgets as evictions see them. A budget's controller says how many pods may go; every eviction takes one away and notes
/// the pod, in one guarded write, so that no two evictions spend the same one however many servers they reach.
/// </summary>
internal sealed class DisruptionBudgets(ResourceRegistry registry, Freshness freshness, TimeProvider clock)
{
    /// <summary>Evictions that the controller has not seen carried out; beyond these something is wrong with it.</summary>
    private const int MaximumDisrupted = 2000;

    private const string DisruptionAllowed = "DisruptionAllowed";

    private ResourceStore Store => registry.Find("policy", "v1", "poddisruptionbudgets")!.Store;

    /// <summary>The budget of a pod; null when it has none. More than one cannot be charged at once.</summary>
    public async Task<PodDisruptionBudget?> OfAsync(Pod pod, CancellationToken cancel)
    {
        var store = Store;
        var snapshot = await freshness.WaitAsync(store.Cache, null, cancel);
        var found = snapshot.Select(new CacheFilter { Namespace = pod.Metadata!.Namespace })
            .Select(e => (PodDisruptionBudget)store.Typed(e).Object)
            .Where(b => Selector.From(b.Spec?.Selector).Matches(pod.Metadata.Labels))
            .Take(2).ToList();
        return found.Count <= 1 ? found.FirstOrDefault() : throw Failure.SeveralBudgets();
    }

    /// <summary>Whether a pod that is not ready may go without a charge: it is not among the healthy ones that the budget counts.</summary>
    public static bool CanSpare(PodDisruptionBudget budget, Pod pod)
    {
        var ready = pod.Status?.Conditions?.Exists(c => c.Type == PodConditionType.Ready && c.Status == ConditionStatus.True) == true;
        return !ready && (budget.Spec?.UnhealthyPodEvictionPolicy == UnhealthyPodEvictionPolicyType.AlwaysAllow
            || (budget.Status?.DesiredHealthy > 0 && budget.Status.CurrentHealthy >= budget.Status.DesiredHealthy));
    }

    /// <summary>Takes one eviction from the budget, or refuses.</summary>
    public async Task ChargeAsync(PodDisruptionBudget budget, Pod pod, bool dryRun, CancellationToken cancel) => await Store.UpdateAsync(
        budget.Metadata!.Namespace,
        budget.Metadata.Name!,
        current => new(Charged((PodDisruptionBudget)current.Object, pod.Metadata!.Name!)),
        UpdateTarget.Status,
        WriteOptions.Internal with { DryRun = dryRun },
        cancel);

    private PodDisruptionBudget Charged(PodDisruptionBudget current, string pod)
    {
        var budget = current.Clone();
        Check(budget);
        var status = budget.Status!;
        status.DisruptionsAllowed--;
        (status.DisruptedPods ??= [])[pod] = clock.GetUtcNow().UtcDateTime;
        if (status.DisruptionsAllowed == 0)
        {
            SetCondition(status);
        }

        return budget;
    }

    private static void Check(PodDisruptionBudget budget)
    {
        var (status, name) = (budget.Status ?? new PodDisruptionBudgetStatus(), budget.Metadata!.Name!);
        if ((status.ObservedGeneration ?? 0) < (budget.Metadata.Generation ?? 0))
        {
            throw Failure.EvictionPremature(name);
        }

        if (status.DisruptionsAllowed < 0)
        {
            throw Failure.BudgetForbidden(name, "pdb disruptions allowed is negative");
        }

        if (status.DisruptedPods?.Count > MaximumDisrupted)
        {
            throw Failure.BudgetForbidden(name, "DisruptedPods map too big - too many evictions not confirmed by PDB controller");
        }

        if (status.DisruptionsAllowed is null or 0)
        {
            throw Failure.EvictionRefused(Why(name, status));
        }
    }

    private static string Why(string name, PodDisruptionBudgetStatus status)
    {
        var condition = status.Conditions?.Find(c => c.Type == DisruptionAllowed);
        return condition is { Status: "False", Reason: "SyncFailed", Message.Length: > 0 }
            ? $"The disruption budget {name} does not allow evicting pods currently because it failed sync: {condition.Message}"
            : (status.CurrentHealthy ?? 0) <= (status.DesiredHealthy ?? 0)
                ? $"The disruption budget {name} needs {status.DesiredHealthy ?? 0} healthy pods and has {status.CurrentHealthy ?? 0} currently"
                : $"The disruption budget {name} does not allow evicting pods currently";
    }

    private void SetCondition(PodDisruptionBudgetStatus status)
    {
        var conditions = status.Conditions ??= [];
        var held = conditions.Find(c => c.Type == DisruptionAllowed);
        if (held is null)
        {
            conditions.Add(held = new Condition { Type = DisruptionAllowed, Message = "" });
        }

        held.LastTransitionTime = held.Status == "False" ? held.LastTransitionTime : clock.GetUtcNow().UtcDateTime;
        (held.Status, held.Reason, held.ObservedGeneration) = ("False", "InsufficientPods", status.ObservedGeneration);
    }
}
