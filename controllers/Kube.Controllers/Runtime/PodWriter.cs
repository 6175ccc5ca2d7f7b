using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Client;

namespace Kube.Controllers.Runtime;

/// <summary>Creates and deletes pods for a workload, with the events people look for on it.</summary>
internal sealed class PodWriter(ControllerContext context)
{
    /// <summary>At most so many pods are created or deleted in one go; the rest follows when these are seen.</summary>
    public const int Burst = 500;

    /// <summary>The server refuses new content because the namespace is going away: nothing to retry.</summary>
    public static bool IsNamespaceTerminating(Exception? error) =>
        error is ApiException { Status.Details.Causes: { } causes } && causes.Exists(cause => cause.Reason == "NamespaceTerminating");

    /// <summary>Creates a pod from a template, owned by <paramref name="owner"/>. Failures are recorded as an event and thrown.</summary>
    public async Task CreateAsync<TOwner>(TOwner owner, PodTemplateSpec template, CancellationToken ct)
        where TOwner : class, IResource<TOwner>
    {
        try
        {
            var pod = await context.Client.CreateAsync(FromTemplate(owner, template), ct);
            context.Events.Record(owner, "Normal", "SuccessfulCreate", $"Created pod: {pod.Metadata?.Name}");
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            if (!IsNamespaceTerminating(error))
            {
                context.Events.Record(owner, "Warning", "FailedCreate", $"Error creating: {error.Message}");
            }

            throw;
        }
    }

    /// <summary>Deletes a pod of <paramref name="owner"/>, if it is still the one we know. Returns the failure, which has been recorded as an event.</summary>
    public async Task<Exception?> DeleteAsync(IKubeObject owner, Pod pod, CancellationToken ct)
    {
        try
        {
            var onlyThis = new DeleteOptions { Preconditions = new Preconditions { Uid = pod.Uid() } };
            await context.Client.DeleteAsync<Pod>(pod.Metadata?.Namespace, pod.Metadata!.Name!, onlyThis, ct);
            context.Events.Record(owner, "Normal", "SuccessfulDelete", $"Deleted pod: {pod.Metadata.Name}");
            return null;
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            if (error is not ApiException { IsNotFound: true })
            {
                context.Events.Record(owner, "Warning", "FailedDelete", $"Error deleting: {error.Message}");
            }

            return error;
        }
    }

    private static Pod FromTemplate<TOwner>(TOwner owner, PodTemplateSpec template)
        where TOwner : class, IResource<TOwner> => new()
        {
            Metadata = new ObjectMeta
            {
                GenerateName = $"{owner.Metadata?.Name}-",
                Namespace = owner.Metadata?.Namespace,
                Labels = template.Metadata?.Labels,
                Annotations = template.Metadata?.Annotations,
                Finalizers = template.Metadata?.Finalizers,
                OwnerReferences = [Owners.ReferenceTo(owner)],
            },
            Spec = template.Spec,
        };
}
