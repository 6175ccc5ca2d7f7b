using Kube.Api.Meta.V1;
using Kube.ApiServer.Codec;
using Kube.ApiServer.Registry;
using Kube.ApiServer.Routing;
using Kube.ApiServer.Tables;

namespace Kube.ApiServer.Verbs;

/// <summary>Answers with one object in the shape the client asked for.</summary>
internal sealed class ObjectAnswer(TimeProvider clock)
{
    public Task WriteAsync(ApiRequest request, StoredObject obj, int code = 200) => WriteAsync(request, obj.Utf8, code);

    /// <param name="request">The request that is answered.</param>
    /// <param name="stored">The object's bytes with resourceVersion, in stored form.</param>
    /// <param name="code">The HTTP status code.</param>
    public Task WriteAsync(ApiRequest request, ReadOnlyMemory<byte> stored, int code = 200)
    {
        var form = AnswerForm.Choose(request.Http.Request.Headers.Accept);
        var utf8 = request.Served.Bytes(stored);
        var body = form.Shape switch
        {
            AnswerShape.PartialMetadata => PartialMetadata.Of(utf8),
            AnswerShape.Table => Table(request, utf8),
            _ => utf8,
        };
        return Answer.WriteAsync(request.Http, code, form, body, request.Cancel);
    }

    private ReadOnlyMemory<byte> Table(ApiRequest request, ReadOnlyMemory<byte> utf8)
    {
        var writer = new TableWriter(request.View, IncludeObjectParameter.Parse(request.Query("includeObject")), clock.GetUtcNow().UtcDateTime);
        return writer.Write([utf8], new ListMeta { ResourceVersion = StoredJson.ResourceVersion(utf8) });
    }
}
