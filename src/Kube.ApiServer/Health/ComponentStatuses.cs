using Kube.Api.Coordination.V1;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;
using Kube.ApiServer.Routing;
using Kube.Storage;
using ConditionStatus = Kube.Api.Core.V1.ConditionStatus;

namespace Kube.ApiServer.Health;

/// <summary>
/// What the server knows of the other parts of the control plane: the store is asked a question, the others must have renewed their leader's Lease.
/// Nobody is connected to, so that it does not matter where they run.
/// </summary>
internal sealed class ComponentStatuses(IStore store, Func<ResourceStore> leases, TimeProvider clock)
{
    private const string LeaseNamespace = "kube-system";

    /// <summary>How long the store may take; an answer to this question is one small read.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    public async ValueTask<IReadOnlyList<ComponentStatus>> ReadAsync(ApiRequest request) =>
    [
        Status("controller-manager", LeaseProblem("kube-controller-manager")),
        Status("etcd-0", await StoreProblemAsync(request.Cancel)),
        Status("scheduler", LeaseProblem("kube-scheduler")),
    ];

    private static ComponentStatus Status(string name, string? problem) => new()
    {
        Metadata = new ObjectMeta { Name = name },
        Conditions =
        [
            new ComponentCondition
            {
                Type = ComponentConditionType.Healthy,
                Status = problem is null ? ConditionStatus.True : ConditionStatus.False,
                Message = problem ?? "ok",
            },
        ],
    };

    private async Task<string?> StoreProblemAsync(CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(s_patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            await store.CurrentRevisionAsync(both.Token);
            return null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return $"no answer within {s_patience.TotalSeconds:0} seconds";
        }
        catch (Exception error) when (StoreFailure.From(error) is not null)
        {
            return error.Message;
        }
    }

    private string? LeaseProblem(string name)
    {
        var store = leases();
        if ((store.Cached(store.Key(LeaseNamespace, name))?.Object as Lease)?.Spec is not { RenewTime: { } renewed } spec)
        {
            return $"no instance leads: there is no lease {LeaseNamespace}/{name}";
        }

        var age = clock.GetUtcNow().UtcDateTime - renewed;
        return age.TotalSeconds <= (spec.LeaseDurationSeconds ?? 0) ? null : $"no instance leads: the lease {LeaseNamespace}/{name} was last renewed {age.TotalSeconds:0} seconds ago";
    }
}
