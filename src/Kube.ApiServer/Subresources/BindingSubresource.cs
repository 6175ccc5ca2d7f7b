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

/// <summary>POST of <c>pods/binding</c>: the scheduler's one write. Puts a pod on a node, once.</summary>
internal sealed class BindingSubresource(TimeProvider clock)
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
        await request.Store.UpdateAsync(request.Namespace, request.Name, current => new(Bound(request, binding, current)), UpdateTarget.Server, request.WriteOptions, request.Cancel);
        await Answer.WriteAsync(request.Http, 201, new Status { ApiVersion = "v1", Kind = "Status", Metadata = new ListMeta(), Result = "Success", Code = 201 }, request.Cancel);
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
            throw Failure.Invalid(new ResourceInfo("", "v1", "Binding", "bindings", Scope.Namespaced), request.Name, errors);
        }
    }

    private IKubeObject Bound(ApiRequest request, Binding binding, StoredObject current)
    {
        var pod = (Pod)current.Object.Clone();
        var info = request.View.Info;
        if (pod.Metadata!.DeletionTimestamp is not null)
        {
            throw Failure.Conflict(info, request.Name, $"pod {request.Name} is being deleted, cannot be assigned to a host");
        }

        if (!string.IsNullOrEmpty(pod.Spec!.NodeName))
        {
            throw Failure.Conflict(info, request.Name, $"pod {request.Name} is already assigned to node \"{pod.Spec.NodeName}\"");
        }

        if (pod.Spec.SchedulingGates is { Count: > 0 })
        {
            throw Failure.Conflict(info, request.Name, $"pod {request.Name} has non-empty .spec.schedulingGates");
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
