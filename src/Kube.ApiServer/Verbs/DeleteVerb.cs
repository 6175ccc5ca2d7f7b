using System.Text.Json;
using Kube.Api;
using Kube.Api.Meta.V1;
using Kube.ApiServer.Codec;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;
using Kube.ApiServer.Routing;

namespace Kube.ApiServer.Verbs;

/// <summary>DELETE of one object: a Status when it is gone (of some kinds the object as it was), the object while it is on its way out.</summary>
internal sealed class DeleteVerb(ObjectAnswer answer)
{
    public async Task HandleAsync(ApiRequest request)
    {
        var options = await DeleteOptionsReader.ReadAsync(request);
        foreach (var warning in request.View.DeleteWarnings(options))
        {
            request.Warn(warning);
        }

        var write = request.WriteOptions;
        var outcome = await request.Store.DeleteAsync(request.Namespace, request.Name, options, write with { DryRun = write.DryRun || options.DryRun is { Count: > 0 } }, request.Cancel);
        if (!outcome.Gone || request.Store.Resource.ReturnsDeletedObject)
        {
            await answer.WriteAsync(request, outcome.Object, !outcome.Gone && options.OrphanDependents == false ? 202 : 200);
            return;
        }

        var info = request.View.Info;
        await Answer.WriteAsync(request.Http, 200, new Status
        {
            ApiVersion = "v1",
            Kind = "Status",
            Metadata = new ListMeta(),
            Result = "Success",
            Details = new StatusDetails
            {
                Name = request.Name,
                Group = info.Group.Length == 0 ? null : info.Group,
                Kind = info.Plural,
                Uid = outcome.Object.Object.Metadata?.Uid,
            },
        }, request.Cancel);
    }
}
