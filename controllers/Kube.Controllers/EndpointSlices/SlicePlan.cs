using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Discovery.V1;
using Kube.Api.Meta.V1;
using Kube.Controllers.Runtime;

namespace Kube.Controllers.EndpointSlices;

/// <summary>
/// The writes that bring a Service's slices in line with its endpoints, as few as possible: endpoints stay in the slice they are in;
/// new ones fill slices that change anyway, then the fullest slice that has room; a slice that would go is turned into one that would come.
/// A Service without endpoints keeps one empty slice. Pure.
/// </summary>
internal sealed class SlicePlan
{
    /// <summary>The controller's name in the managed-by label; slices of others are left alone.</summary>
    public const string Manager = "endpointslice-controller.k8s.io";

    /// <summary>No slice grows beyond this by default.</summary>
    public const int DefaultMaxEndpoints = 100;

    private readonly Service _service;
    private readonly int _max;
    private readonly Dictionary<string, string> _labels;

    private SlicePlan(Service service, int max)
    {
        _service = service;
        _max = max;
        _labels = LabelsOf(service);
    }

    /// <summary>Slices to create.</summary>
    public List<EndpointSlice> Create { get; } = [];

    /// <summary>Slices to write back.</summary>
    public List<EndpointSlice> Update { get; } = [];

    /// <summary>Slices to delete.</summary>
    public List<EndpointSlice> Delete { get; } = [];

    /// <summary>Compares what should be with what is.</summary>
    public static SlicePlan Make(Service service, IReadOnlyList<PortGroup> groups, IEnumerable<EndpointSlice> slices, int max = DefaultMaxEndpoints)
    {
        var plan = new SlicePlan(service, max);
        var existing = slices
            .Where(slice => slice.Metadata?.Labels?.GetValueOrDefault(EndpointSliceLabels.ManagedBy) == Manager && slice.Metadata.DeletionTimestamp is null)
            .OrderBy(slice => slice.Metadata?.Name, StringComparer.Ordinal)
            .ToList();
        if (groups.Count == 0)
        {
            groups = [new PortGroup([], [])];
        }

        foreach (var group in groups)
        {
            var own = existing.Where(slice => slice.AddressType == IPFamily.IPv4 && group.Owns(slice)).ToList();
            existing.RemoveAll(own.Contains);
            plan.Fill(group, own);
        }

        plan.Delete.AddRange(existing);
        plan.Recycle();
        return plan;
    }

    private void Fill(PortGroup group, List<EndpointSlice> own)
    {
        var missing = group.Endpoints.ToDictionary(IdentityOf, StringComparer.Ordinal);
        var drafts = own.ConvertAll(slice => new Draft(slice, Keep(slice, missing)));
        var left = new Queue<Endpoint>(missing.Values);
        foreach (var draft in drafts.Where(draft => Differs(draft)))
        {
            Move(left, draft.Endpoints);
        }

        while (left.Count > 0)
        {
            var roomy = drafts.Where(draft => _max - draft.Endpoints.Count >= left.Count).MaxBy(draft => draft.Endpoints.Count);
            if (roomy is null)
            {
                drafts.Add(roomy = new Draft(null, []));
            }

            Move(left, roomy.Endpoints);
        }

        if (group.Endpoints.Count == 0 && drafts.Count == 0)
        {
            drafts.Add(new Draft(null, []));
        }

        foreach (var draft in drafts)
        {
            Settle(group, draft, isPlaceholder: group.Endpoints.Count == 0 && draft == drafts[0]);
        }
    }

    /// <summary>The slice's endpoints that are still wanted, as they are wanted now; each is taken out of <paramref name="missing"/>.</summary>
    private static List<Endpoint> Keep(EndpointSlice slice, Dictionary<string, Endpoint> missing)
    {
        var kept = new List<Endpoint>();
        foreach (var endpoint in slice.Endpoints ?? [])
        {
            if (missing.Remove(IdentityOf(endpoint), out var wanted))
            {
                kept.Add(wanted);
            }
        }

        return kept;
    }

    private void Move(Queue<Endpoint> from, List<Endpoint> to)
    {
        while (to.Count < _max && from.TryDequeue(out var endpoint))
        {
            to.Add(endpoint);
        }
    }

    private void Settle(PortGroup group, Draft draft, bool isPlaceholder)
    {
        if (draft.Existing is null)
        {
            Create.Add(NewSlice(group, draft.Endpoints));
        }
        else if (draft.Endpoints.Count == 0 && !isPlaceholder)
        {
            Delete.Add(draft.Existing);
        }
        else if (Differs(draft))
        {
            var changed = draft.Existing.Clone();
            changed.Endpoints = draft.Endpoints;
            changed.Metadata!.Labels = new Dictionary<string, string>(_labels);
            Update.Add(changed);
        }
    }

    private bool Differs(Draft draft)
    {
        var (before, after) = (draft.Existing?.Endpoints ?? [], draft.Endpoints);
        return before.Count != after.Count || !SameLabels(draft.Existing?.Metadata?.Labels ?? [])
            || before.Zip(after).Any(pair => !Wire.Same(pair.First, pair.Second));
    }

    /// <summary>Instead of deleting one slice and creating another, the one becomes the other.</summary>
    private void Recycle()
    {
        while (Create.Count > 0 && Delete.FindIndex(slice => slice.AddressType == IPFamily.IPv4) is var index and >= 0)
        {
            var reused = Delete[index].Clone();
            reused.Endpoints = Create[^1].Endpoints;
            reused.Ports = Create[^1].Ports;
            reused.Metadata!.Labels = Create[^1].Metadata!.Labels;
            Update.Add(reused);
            Create.RemoveAt(Create.Count - 1);
            Delete.RemoveAt(index);
        }
    }

    private EndpointSlice NewSlice(PortGroup group, List<Endpoint> endpoints) => new()
    {
        Metadata = new ObjectMeta
        {
            GenerateName = $"{_service.Metadata?.Name}-",
            Namespace = _service.Metadata?.Namespace,
            Labels = new Dictionary<string, string>(_labels),
            OwnerReferences = [Owners.ReferenceTo(_service)],
        },
        AddressType = IPFamily.IPv4,
        Endpoints = endpoints,
        Ports = group.SlicePorts(),
    };

    private bool SameLabels(Dictionary<string, string> labels) =>
        labels.Count == _labels.Count && _labels.All(label => labels.GetValueOrDefault(label.Key) == label.Value);

    private static Dictionary<string, string> LabelsOf(Service service)
    {
        var labels = new Dictionary<string, string>(service.Metadata?.Labels ?? [])
        {
            [EndpointSliceLabels.ServiceName] = service.Metadata!.Name!,
            [EndpointSliceLabels.ManagedBy] = Manager,
        };
        labels.Remove(ServiceBackends.HeadlessLabel);
        if (service.IsHeadless())
        {
            labels[ServiceBackends.HeadlessLabel] = string.Empty;
        }

        return labels;
    }

    /// <summary>A pod keeps its place while its address and uid stay.</summary>
    private static string IdentityOf(Endpoint endpoint) => $"{endpoint.TargetRef?.Uid}/{endpoint.Addresses?.FirstOrDefault()}";

    private sealed record Draft(EndpointSlice? Existing, List<Endpoint> Endpoints);
}
