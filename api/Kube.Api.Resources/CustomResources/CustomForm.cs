using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Api.Meta.V1;
using Kube.Machinery.Apply;
using Kube.Machinery.Schema;
using Kube.Machinery.Schema.Structural;

namespace Kube.Api.Resources.CustomResources;

/// <summary>The form of one version of a custom kind: metadata as in every object, the rest as the schema has it.</summary>
internal sealed class CustomForm(StructuralSchema schema) : ObjectForm
{
    private const string UnknownField = "unknown field \"";
    private const string UnknownMetadata = UnknownField + "metadata.";
    private static readonly TypeSchema s_frame = TypeSchema.For(typeof(PartialObjectMetadata));

    public override ApplySchema ApplySchema => schema.ApplySchema;

    public override IKubeObject Read(ReadOnlySpan<byte> utf8)
    {
        var obj = ApiJson.Deserialize<CustomObject>(utf8);
        schema.Prune(obj.Fields, null);
        return obj;
    }

    public override IReadOnlyList<string> Strays(ReadOnlySpan<byte> utf8)
    {
        // What the frame does not know is the schema's business.
        var found = FieldScan.Find(utf8, s_frame).Where(f => !f.StartsWith(UnknownField, StringComparison.Ordinal) || f.StartsWith(UnknownMetadata, StringComparison.Ordinal)).ToList();
        var unknown = new List<string>();
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = JsonNodes.MaximumDepth });
        reader.Read();
        if (JsonNodes.Read(ref reader) is JsonObject fields)
        {
            schema.Prune(fields, unknown);
        }

        return [.. found, .. unknown.Take(FieldScan.Maximum).Select(path => $"{UnknownField}{path}\"")];
    }

    public override string Describe(JsonException error, ReadOnlySpan<byte> utf8) => DecodeError.Describe(error, s_frame, utf8);

    public override JsonObject OpenApi(bool version3) => schema.ToOpenApi(version3 ? OpenApiVersion.V3 : OpenApiVersion.V2);
}
