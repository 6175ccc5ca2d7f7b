using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;
using Kube.Machinery.Validation;
using Kube.Storage.Cache;

namespace Kube.ApiServer.Admission.PodSecurity;

/// <summary>
/// Holds pods to what their namespace's labels ask for: refuses them, or warns. Templates of pods are only warned about; the pods made of them are judged
/// when they come. A namespace whose labels become stricter keeps its pods, and who changes it is told which of them break the new policy.
/// </summary>
internal sealed class PodSecurityAdmission(Func<ResourceStore> namespaces, Func<ResourceStore> pods) : IAdmissionPlugin
{
    /// <summary>Existing pods looked at when a namespace becomes stricter: enough to warn, without reading a cluster.</summary>
    private const int MostPodsReviewed = 3000;

    public async ValueTask AdmitAsync(AdmissionRequest request, CancellationToken cancel)
    {
        if (request.Operation == Operation.Delete || request.Subresource is not (null or "ephemeralcontainers"))
        {
            return;
        }

        switch (request.Object)
        {
            case Namespace ns:
                CheckNamespace(request, ns);
                break;
            case Pod pod when request.Namespace is { } space:
                if (await PoliciesAsync(space, cancel) is { AsksOfPods: true } policies && ChangesSpec(request))
                {
                    CheckPod(request, pod, policies);
                }

                break;
            case { } other when request.Namespace is { } space && request.Resource.PodTemplateOf(other) is { Spec: { } spec } template:
                Warn(request, template.Metadata?.Annotations, spec, (await PoliciesAsync(space, cancel)).Warn);
                break;
            default:
                break;
        }
    }

    private static bool ChangesSpec(AdmissionRequest request) =>
        request.Old is not Pod { Spec: { } old } || request.Object is not Pod { Spec: { } now } || !ApiJson.Serialize(old).AsSpan().SequenceEqual(ApiJson.Serialize(now));

    private static void CheckPod(AdmissionRequest request, Pod pod, NamespacePolicies policies)
    {
        if (pod.Spec is not { } spec)
        {
            return;
        }

        if (PodSecurityStandard.Violations(pod.Metadata?.Annotations, spec, policies.Enforce) is { } violations)
        {
            throw Failure.Forbidden(request.Resource.Info, request.Name, $"violates PodSecurity \"{policies.Enforce}\": {violations}");
        }

        Warn(request, pod.Metadata?.Annotations, spec, policies.Warn);
    }

    private static void Warn(AdmissionRequest request, Dictionary<string, string>? annotations, PodSpec spec, PodSecurityPolicy policy)
    {
        if (PodSecurityStandard.Violations(annotations, spec, policy) is { } violations)
        {
            request.Warn($"would violate PodSecurity \"{policy}\": {violations}");
        }
    }

    private void CheckNamespace(AdmissionRequest request, Namespace ns)
    {
        var (now, before) = (ns.Metadata?.Labels, request.Old?.Metadata?.Labels);
        var (errors, known) = (new FieldErrors(), new FieldErrors());
        NamespacePolicies.Check(now, errors);
        NamespacePolicies.Check(before, known);
        if (errors.Count > known.Count)
        {
            throw Failure.Invalid(request.Resource.Info, request.Name, errors);
        }

        var (enforced, old) = (NamespacePolicies.Of(now).Enforce, NamespacePolicies.Of(before).Enforce);
        if (request.Operation == Operation.Update && enforced != old && enforced.Level != PodSecurityLevel.Privileged)
        {
            WarnOfExisting(request, enforced);
        }
    }

    private void WarnOfExisting(AdmissionRequest request, PodSecurityPolicy policy)
    {
        var found = pods().Cache.Snapshot.Select(new CacheFilter { Namespace = request.Name }).Take(MostPodsReviewed)
            .Select(e => (Pod)pods().Typed(e).Object)
            .Where(p => p.Spec is not null && p.Status?.Phase is not (PodPhase.Succeeded or PodPhase.Failed))
            .Select(p => (Pod: p, Violations: PodSecurityStandard.Violations(p.Metadata?.Annotations, p.Spec!, policy)))
            .Where(p => p.Violations is not null)
            .GroupBy(p => p.Violations!, p => p.Pod.Metadata?.Name ?? "")
            .ToList();
        if (found.Count == 0)
        {
            return;
        }

        request.Warn($"existing pods in namespace \"{request.Name}\" violate the new PodSecurity enforce level \"{policy}\"");
        foreach (var group in found)
        {
            var names = group.Order(StringComparer.Ordinal).ToList();
            var others = names.Count switch { 1 => "", 2 => " (and 1 other pod)", _ => $" (and {names.Count - 1} other pods)" };
            request.Warn($"{names[0]}{others}: {group.Key}");
        }
    }

    private async ValueTask<NamespacePolicies> PoliciesAsync(string name, CancellationToken cancel)
    {
        var key = namespaces().Key(null, name);
        var found = namespaces().Shared(key) ?? (await namespaces().LoadAsync(key, cancel))?.Object;
        return NamespacePolicies.Of(found?.Metadata?.Labels);
    }
}
