using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Api.Resources;
using Kube.ApiServer.Codec;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;
using Kube.ApiServer.Routing;
using Kube.Machinery.Validation;

namespace Kube.ApiServer.Subresources;

/// <summary>POST of <c>pods/binding</c>, or of <c>bindings</c> with the pod's name in it: the scheduler's one write. Puts a pod on a node, once.</summary>
internal sealed class BindingSubresource(Func<ResourceStore> pods, TimeProvider clock)
{
    private const string PodScheduled = "PodScheduled";

    public async Task HandleAsync(ApiRequest request)
    {
        if (request.Info.Verb != "create")
        {
            throw Failure.MethodNotAllowed();
        }

        var binding = (Binding)request.Decode(await request.ReadBodyAsync(ObjectForm.Of(typeof(Binding))), ObjectForm.Of(typeof(Binding)), "v1", "Binding");
        Check(request, binding);
        await request.Store.UpdateAsync(request.Namespace, request.Name, current => new(Bound(binding, current)), UpdateTarget.Server, request.WriteOptions, request.Cancel);
        await Answer.WriteAsync(request.Http, 201, new Status { ApiVersion = "v1", Kind = "Status", Metadata = new ListMeta(), Result = "Success", Code = 201 }, request.Cancel);
    }

    /// <summary>A binding by itself, which has passed its own rules.</summary>
    public async ValueTask BindAsync(Binding binding, ApiRequest request)
    {
        var name = binding.Metadata?.Name;
        if (string.IsNullOrEmpty(name))
        {
            throw Failure.BadRequest("the binding does not name a pod");
        }

        var options = request.WriteOptions with { View = null, Subresource = "binding" };
        await pods().UpdateAsync(request.Namespace, name, current => new(Bound(binding, current)), UpdateTarget.Server, options, request.Cancel);
    }

    private static void Check(ApiRequest request, Binding binding)
    {
        if (!string.IsNullOrEmpty(binding.Metadata?.Name) && binding.Metadata.Name != request.Name)
        {
            throw Failure.BadRequest("name in URL does not match name in Binding object");
        }

        var errors = new FieldErrors();
        if (binding.Target?.Kind is { Length: > 0 } kind and not "Node")
        {
            errors.NotSupported(FieldPath.Of("target", "kind"), kind, "Node", "<empty>");
        }

        if (string.IsNullOrEmpty(binding.Target?.Name))
        {
            errors.Required(FieldPath.Of("target", "name"));
        }

        if (errors.Count > 0)
        {
            throw Failure.Invalid(Binding.Info, request.Name, errors);
        }
    }

    private IKubeObject Bound(Binding binding, StoredObject current)
    {
        var pod = (Pod)current.Object.Clone();
        var (info, name) = (Pod.Info, pod.Metadata!.Name!);
        if (pod.Metadata!.DeletionTimestamp is not null)
        {
            throw Failure.Conflict(info, name, $"pod {name} is being deleted, cannot be assigned to a host");
        }

        if (!string.IsNullOrEmpty(pod.Spec!.NodeName))
        {
            throw Failure.Conflict(info, name, $"pod {name} is already assigned to node \"{pod.Spec.NodeName}\"");
        }

        if (pod.Spec.SchedulingGates is { Count: > 0 })
        {
            throw Failure.Conflict(info, name, $"pod {name} has non-empty .spec.schedulingGates");
        }

        pod.Metadata.ResourceVersion = binding.Metadata?.ResourceVersion;
        pod.Metadata.Uid = string.IsNullOrEmpty(binding.Metadata?.Uid) ? pod.Metadata.Uid : binding.Metadata.Uid;
        foreach (var (key, value) in binding.Metadata?.Annotations ?? [])
        {
            (pod.Metadata.Annotations ??= [])[key] = value;
        }

        pod.Spec.NodeName = binding.Target!.Name;
        pod.Status ??= new PodStatus { Phase = PodPhase.Pending };
        pod.Status.Conditions ??= [];
        pod.Status.Conditions.RemoveAll(c => c.Type == PodScheduled);
        pod.Status.Conditions.Add(new PodCondition { Type = PodScheduled, Status = "True", LastTransitionTime = clock.GetUtcNow().UtcDateTime });
        return pod;
    }
}
