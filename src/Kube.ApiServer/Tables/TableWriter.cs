using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kube.Api;
using Kube.Api.Meta.V1;
using Kube.Api.Resources;
using Kube.ApiServer.Codec;

namespace Kube.ApiServer.Tables;

/// <summary>Writes a meta.k8s.io/v1 Table: the columns of the resource's declaration, one row per object.</summary>
internal sealed class TableWriter(Resource view, IncludeObject include, DateTime now)
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The table of some objects.</summary>
    /// <param name="objects">The bytes of each, in the form the client reads.</param>
    /// <param name="meta">List metadata.</param>
    /// <param name="withColumns">False for watch events after the first, which leave the definitions out.</param>
    public ReadOnlyMemory<byte> Write(IEnumerable<ReadOnlyMemory<byte>> objects, ListMeta meta, bool withColumns = true)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, "Table"u8);
            json.WriteString("apiVersion"u8, "meta.k8s.io/v1"u8);
            json.WritePropertyName("metadata"u8);
            JsonSerializer.Serialize(json, meta, ApiJson.TypeInfo<ListMeta>());
            json.WritePropertyName("columnDefinitions"u8);
            WriteColumns(json, withColumns);
            json.WriteStartArray("rows"u8);
            foreach (var utf8 in objects)
            {
                WriteRow(json, utf8);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private void WriteColumns(Utf8JsonWriter json, bool withColumns)
    {
        if (!withColumns)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        foreach (var column in view.ColumnDefinitions)
        {
            JsonSerializer.Serialize(json, column, ApiJson.TypeInfo<TableColumnDefinition>());
        }

        json.WriteEndArray();
    }

    private void WriteRow(Utf8JsonWriter json, ReadOnlyMemory<byte> utf8)
    {
        var obj = (IKubeObject)ApiJson.Deserialize(utf8.Span, view.Type);
        json.WriteStartObject();
        json.WriteStartArray("cells"u8);
        foreach (var cell in view.Cells(obj, now))
        {
            WriteCell(json, cell);
        }

        json.WriteEndArray();
        if (include != IncludeObject.None)
        {
            json.WritePropertyName("object"u8);
            json.WriteRawValue((include == IncludeObject.Object ? utf8 : PartialMetadata.Of(utf8)).Span, skipInputValidation: true);
        }

        json.WriteEndObject();
    }

    private static void WriteCell(Utf8JsonWriter json, object? cell)
    {
        switch (cell)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue(cell.ToString());
                break;
        }
    }
}
