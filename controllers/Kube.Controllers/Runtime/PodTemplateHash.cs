using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Kube.Api;
using Kube.Api.Core.V1;

namespace Kube.Controllers.Runtime;

/// <summary>
/// Identity of a pod template. Templates are compared and hashed in a canonical form: fields sorted by name, empty lists and
/// nulls left out, the hash label itself ignored. The hash is 32 bits of FNV-1a, written with letters that cannot form a word.
/// </summary>
internal static class PodTemplateHash
{
    /// <summary>The label that carries the hash on ReplicaSets and their pods.</summary>
    public const string Label = "pod-template-hash";

    private const string Alphabet = "bcdfghjklmnpqrstvwxz2456789";
    private const uint OffsetBasis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The hash of a template; <paramref name="collisionCount"/> moves it away from a name that is taken.</summary>
    public static string Compute(PodTemplateSpec template, int? collisionCount)
    {
        var hash = OffsetBasis;
        foreach (var b in Canonical(template))
        {
            hash = (hash ^ b) * Prime;
        }

        for (var rest = (uint)(collisionCount ?? 0); rest != 0; rest >>= 8)
        {
            hash = (hash ^ (rest & 0xff)) * Prime;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{hash}").Aggregate(string.Empty, (text, digit) => text + Alphabet[digit % Alphabet.Length]);
    }

    /// <summary>Whether both templates make the same pods.</summary>
    public static bool Same(PodTemplateSpec? a, PodTemplateSpec? b) =>
        ReferenceEquals(a, b) || (a is not null && b is not null && Canonical(a).SequenceEqual(Canonical(b)));

    private static ReadOnlySpan<byte> Canonical(PodTemplateSpec template)
    {
        using var document = JsonDocument.Parse(ApiJson.Serialize(template));
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, document.RootElement);
        }

        return buffer.WrittenSpan;
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject().Where(Matters).OrderBy(property => property.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static bool Matters(JsonProperty property) => property.Name != Label && property.Value.ValueKind switch
    {
        JsonValueKind.Null => false,
        JsonValueKind.Array => property.Value.GetArrayLength() > 0,
        JsonValueKind.Object => property.Name is not ("labels" or "annotations" or "metadata") || property.Value.EnumerateObject().Any(Matters),
        _ => true,
    };
}
