using System.Text.Json;
using Kube.Api;
using Kube.Api.Meta.V1;
using Kube.ApiServer.Codec;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Routing;

namespace Kube.ApiServer.Verbs;

/// <summary>DELETE of a collection: each selected object as a DELETE of its own; answers with the list as it was.</summary>
internal sealed class DeleteCollectionVerb(ListReader reader)
{
    public async Task HandleAsync(ApiRequest request)
    {
        var options = await DeleteOptionsReader.ReadAsync(request);
        var write = request.WriteOptions;
        write = write with { DryRun = write.DryRun || options.DryRun is { Count: > 0 } };
        var page = await reader.ReadAsync(request, ListQuery.Read(request));
        foreach (var item in page.Items)
        {
            var meta = JsonSerializer.Deserialize(StoredJson.Field(item, "metadata"u8).Span, ApiJson.TypeInfo<ObjectMeta>())!;
            try
            {
                await request.Store.DeleteAsync(meta.Namespace, meta.Name!, options, write, request.Cancel);
            }
            catch (ApiError error) when (error.Code == 404)
            {
                // Somebody else was quicker; gone is what was asked for.
            }
        }

        await Answer.WriteAsync(request.Http, 200, new RawList
        {
            ApiVersion = request.View.Info.ApiVersion,
            Kind = request.View.ListKind,
            Metadata = page.Meta(request),
            Items = [.. page.Items.Select(i => JsonDocument.Parse(request.Served.Bytes(i)).RootElement)],
        }, request.Cancel);
    }
}
