using Kube.Api.Meta.V1;
using Kube.Api.Policy.V1;
using Kube.Api.Resources;
using Kube.ApiServer.Codec;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Routing;
using Kube.ApiServer.Verbs;

namespace Kube.ApiServer.Subresources;

/// <summary>POST of <c>pods/eviction</c>: a delete that disruption budgets may refuse, once there are any.</summary>
internal static class EvictionSubresource
{
    public static async Task HandleAsync(ApiRequest request)
    {
        if (request.Info.Verb != "create")
        {
            throw Failure.MethodNotAllowed();
        }

        var eviction = (Eviction)request.Decode(await request.ReadBodyAsync(ObjectForm.Of(typeof(Eviction))), ObjectForm.Of(typeof(Eviction)), "policy/v1", "Eviction");
        if (!string.IsNullOrEmpty(eviction.Metadata?.Name) && eviction.Metadata.Name != request.Name)
        {
            throw Failure.BadRequest("name in URL does not match name in Eviction object");
        }

        var options = eviction.DeleteOptions ?? new DeleteOptions();
        DeleteOptionsReader.Check(options);
        var write = request.WriteOptions;
        await request.Store.DeleteAsync(request.Namespace, request.Name, options, write with { DryRun = write.DryRun || options.DryRun is { Count: > 0 } }, request.Cancel);
        await Answer.WriteAsync(request.Http, 201, new Status { ApiVersion = "v1", Kind = "Status", Metadata = new ListMeta(), Result = "Success", Code = 201 }, request.Cancel);
    }
}
