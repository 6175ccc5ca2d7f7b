using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Kube.Api;

/// <summary>
/// Reading and writing API objects as JSON. The only place that knows serializer options: camelCase names, nulls left out, UTF-8 written as it is.
/// Reading throws <see cref="JsonException"/> with the path and position of what does not fit; unknown fields are skipped.
/// </summary>
public static class ApiJson
{
    /// <summary>The options every API object is read and written with.</summary>
    public static JsonSerializerOptions Options { get; } = MakeOptions();

    /// <summary>The generated metadata of a registered type.</summary>
    public static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)TypeInfo(typeof(T));

    /// <summary>The generated metadata of a registered type; throws <see cref="InvalidOperationException"/> for others.</summary>
    public static JsonTypeInfo TypeInfo(Type type) => Options.TryGetTypeInfo(type, out var info)
        ? info
        : throw new InvalidOperationException($"{type} is not registered in {nameof(ApiJsonContext)}");

    /// <summary>The metadata of a registered type within a converter, which must stay with the options it was called with.</summary>
    internal static JsonTypeInfo<T> TypeInfo<T>(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));

    /// <summary>Reads one object.</summary>
    public static T Deserialize<T>(ReadOnlySpan<byte> utf8) where T : class =>
        JsonSerializer.Deserialize(utf8, TypeInfo<T>()) ?? throw new JsonException("expected an object, found null");

    /// <summary>Reads one object of a type known at run time.</summary>
    public static object Deserialize(ReadOnlySpan<byte> utf8, Type type) =>
        JsonSerializer.Deserialize(utf8, TypeInfo(type)) ?? throw new JsonException("expected an object, found null");

    /// <summary>Writes one object.</summary>
    public static byte[] Serialize<T>(T value) where T : class => JsonSerializer.SerializeToUtf8Bytes(value, TypeInfo(value.GetType()));

    /// <summary>Writes one object into a buffer.</summary>
    public static void Serialize<T>(IBufferWriter<byte> output, T value) where T : class
    {
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        JsonSerializer.Serialize(writer, value, TypeInfo(value.GetType()));
    }

    /// <summary>A deep copy, for writers that start from an object in a cache.</summary>
    public static T Clone<T>(this T value) where T : class => (T)Deserialize(Serialize(value), value.GetType());

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions(ApiJsonContext.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            MaxDepth = JsonNodes.MaximumDepth,
            TypeInfoResolver = ApiJsonContext.Default.WithAddedModifier(NullItems.Fill),
        };
        options.MakeReadOnly();
        return options;
    }
}
