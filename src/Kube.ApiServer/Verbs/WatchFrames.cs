using System.Buffers;
using System.Text;
using Kube.Api;
using Kube.Api.Meta.V1;
using Kube.ApiServer.Codec;
using Kube.ApiServer.Routing;
using Kube.ApiServer.Tables;
using Kube.Storage.Cache;

namespace Kube.ApiServer.Verbs;

/// <summary>The lines of one watch. Plain objects use the frames all watchers share; tables, metadata and views are made here.</summary>
internal sealed class WatchFrames(ApiRequest request, AnswerForm form, TimeProvider clock)
{
    private const string InitialEventsEnd = "k8s.io/initial-events-end";
    private readonly IncludeObject _include = IncludeObjectParameter.Parse(request.Query("includeObject"));
    private bool _columnsSent;

    /// <summary>The revision up to which the client has everything.</summary>
    public long LastRevision { get; set; }

    public static ReadOnlyMemory<byte> Error(Status status) => Frame("ERROR", ApiJson.Serialize(status));

    public ReadOnlyMemory<byte> Of(CacheEvent change) => IsPlain(change.Entry) ? change.Frame : Frame(change.Type switch
    {
        CacheEventType.Added => "ADDED",
        CacheEventType.Modified => "MODIFIED",
        _ => "DELETED",
    }, BodyOf(change.Entry));

    /// <summary>Writes an object of the initial state; a plain one goes out as the bytes the cache has, with nothing built for it. Returns how many bytes it took.</summary>
    public int WriteAdded(IBufferWriter<byte> writer, CacheEntry entry)
    {
        var body = IsPlain(entry) ? entry.Utf8 : BodyOf(entry);
        var head = """{"type":"ADDED","object":"""u8;
        var end = "}\n"u8;
        writer.Write(head);
        writer.Write(body.Span);
        writer.Write(end);
        return head.Length + body.Length + end.Length;
    }

    public ReadOnlyMemory<byte> Bookmark(long revision, bool initialEventsEnd = false)
    {
        var meta = new ObjectMeta
        {
            ResourceVersion = revision.ToString(),
            Annotations = initialEventsEnd ? new Dictionary<string, string> { [InitialEventsEnd] = "true" } : null,
        };
        var bookmark = form.Shape switch
        {
            AnswerShape.Object => new PartialObjectMetadata { ApiVersion = request.View.Info.ApiVersion, Kind = request.View.Info.Kind, Metadata = meta },
            _ => new PartialObjectMetadata { ApiVersion = "meta.k8s.io/v1", Kind = "PartialObjectMetadata", Metadata = meta },
        };
        return Frame("BOOKMARK", form.Shape == AnswerShape.Table ? BookmarkTable(meta) : ApiJson.Serialize(bookmark));
    }

    /// <summary>The bytes of the cache are what the client reads.</summary>
    private bool IsPlain(CacheEntry entry) => form.Shape == AnswerShape.Object && request.Served.IsViewed(entry.Utf8);

    private ReadOnlyMemory<byte> BodyOf(CacheEntry entry)
    {
        var utf8 = request.Served.Bytes(entry.Utf8);
        return form.Shape switch
        {
            AnswerShape.Table => Table(utf8, entry.Revision),
            AnswerShape.PartialMetadata => PartialMetadata.Of(utf8),
            _ => utf8,
        };
    }

    private static ReadOnlyMemory<byte> Frame(string type, ReadOnlyMemory<byte> body)
    {
        var head = Encoding.UTF8.GetBytes($$"""{"type":"{{type}}","object":""");
        var frame = new byte[head.Length + body.Length + 2];
        head.CopyTo(frame, 0);
        body.CopyTo(frame.AsMemory(head.Length));
        frame[^2] = (byte)'}';
        frame[^1] = (byte)'\n';
        return frame;
    }

    private ReadOnlyMemory<byte> Table(ReadOnlyMemory<byte> utf8, long revision)
    {
        var table = new TableWriter(request.View, _include, clock.GetUtcNow().UtcDateTime).Write([utf8], new ListMeta { ResourceVersion = revision.ToString() }, !_columnsSent);
        _columnsSent = true;
        return table;
    }

    /// <summary>A bookmark in a watch of tables carries a row whose object has the revision.</summary>
    private static byte[] BookmarkTable(ObjectMeta meta)
    {
        var row = new PartialObjectMetadata { ApiVersion = "meta.k8s.io/v1", Kind = "PartialObjectMetadata", Metadata = meta };
        return ApiJson.Serialize(new Table
        {
            ApiVersion = "meta.k8s.io/v1",
            Kind = "Table",
            Metadata = new ListMeta { ResourceVersion = meta.ResourceVersion },
            ColumnDefinitions = [],
            Rows = [new TableRow { Cells = [], Object = System.Text.Json.JsonDocument.Parse(ApiJson.Serialize(row)).RootElement }],
        });
    }
}
