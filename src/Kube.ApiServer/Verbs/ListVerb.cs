using System.Text;
using System.Text.Json;
using Kube.Api;
using Kube.Api.Meta.V1;
using Kube.ApiServer.Codec;
using Kube.ApiServer.Computed;
using Kube.ApiServer.Registry;
using Kube.ApiServer.Routing;
using Kube.ApiServer.Tables;

namespace Kube.ApiServer.Verbs;

/// <summary>GET of a collection: a header, the entries' bytes as they are, a footer.</summary>
internal sealed class ListVerb(ListReader reader, TimeProvider clock)
{
    private static readonly ReadOnlyMemory<byte> s_comma = ","u8.ToArray();
    private static readonly ReadOnlyMemory<byte> s_end = "]}\n"u8.ToArray();

    public async Task HandleAsync(ApiRequest request)
    {
        var form = AnswerForm.Choose(request.Http.Request.Headers.Accept);
        var query = ListQuery.Read(request);
        var page = request.Served.Computed is { } computed ? await ComputedPageAsync(request, query, computed) : await reader.ReadAsync(request, query);
        var meta = page.Meta(request);
        switch (form.Shape)
        {
            case AnswerShape.Table:
                var writer = new TableWriter(request.View, IncludeObjectParameter.Parse(request.Query("includeObject")), clock.GetUtcNow().UtcDateTime);
                await Answer.WriteAsync(request.Http, 200, form, writer.Write(page.Items.Select(request.Served.Bytes), meta), request.Cancel);
                break;
            case AnswerShape.PartialMetadata:
                await WriteAsync(request, form, "PartialObjectMetadataList", "meta.k8s.io/v1", meta, [.. page.Items.Select(i => PartialMetadata.Of(request.Served.Bytes(i)))]);
                break;
            default:
                var items = request.Served.Converts ? [.. page.Items.Select(request.Served.Bytes)] : page.Items;
                await WriteAsync(request, form, request.View.ListKind, request.View.Info.ApiVersion, meta, items);
                break;
        }
    }

    /// <summary>Objects that are not stored come in one chunk and have no revision.</summary>
    private static async Task<ListPage> ComputedPageAsync(ApiRequest request, ListQuery query, IComputedKind computed)
    {
        var items = (await computed.ReadAsync(request)).Select(o => (ReadOnlyMemory<byte>)ApiJson.Serialize<object>(o));
        return new ListPage([.. items.Where(i => StoredSelection.Matches(request, query, i))], 0, null, null);
    }

    private static Task WriteAsync(ApiRequest request, AnswerForm form, string kind, string apiVersion, ListMeta meta, IReadOnlyList<ReadOnlyMemory<byte>> items)
    {
        var text = $$"""{"kind":"{{kind}}","apiVersion":"{{apiVersion}}","metadata":{{JsonSerializer.Serialize(meta, ApiJson.TypeInfo<ListMeta>())}},"items":[""";
        ReadOnlyMemory<byte> head = Encoding.UTF8.GetBytes(text);
        var length = head.Length + s_end.Length + Math.Max(0, items.Count - 1) + items.Sum(i => (long)i.Length);
        return Answer.WriteAsync(request.Http, 200, form, Pieces(head, items), length, request.Cancel);
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Pieces(ReadOnlyMemory<byte> head, IReadOnlyList<ReadOnlyMemory<byte>> items)
    {
        yield return head;
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
            {
                yield return s_comma;
            }

            yield return items[i];
        }

        yield return s_end;
    }
}
