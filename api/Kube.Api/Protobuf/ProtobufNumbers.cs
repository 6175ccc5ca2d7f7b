using System.Globalization;

namespace Kube.Api.Protobuf;

/// <summary>A field of a protobuf message and where its value stands in JSON.</summary>
/// <param name="Name">JSON name; for an inlined message the name of its type.</param>
/// <param name="Inlined">The message's own fields stand in the enclosing JSON object.</param>
/// <param name="ZeroCounts">A zero or empty value means something and is kept; elsewhere it stands for absent.</param>
public sealed record ProtobufField(string Name, bool Inlined, bool ZeroCounts);

/// <summary>
/// The protobuf field numbers of the wire types. Clients write bodies in protobuf even to a server that answers in JSON, so the numbers are
/// wire facts like names. Kept in <c>numbers.txt</c>, one line per type; read on first use.
/// </summary>
public static class ProtobufNumbers
{
    private static readonly Lazy<Dictionary<string, Dictionary<int, ProtobufField>>> s_messages = new(Load);

    /// <summary>The fields of a type by number; null for types that never travel as protobuf.</summary>
    public static IReadOnlyDictionary<int, ProtobufField>? Of(Type type) => s_messages.Value.GetValueOrDefault($"{GroupVersion(type)} {type.Name}");

    /// <summary>The fields of a message that is inlined into <paramref name="owner"/>.</summary>
    public static IReadOnlyDictionary<int, ProtobufField>? OfInlined(Type owner, string name) => s_messages.Value.GetValueOrDefault($"{GroupVersion(owner)} {name}");

    private static string GroupVersion(Type type)
    {
        var parts = type.Namespace!.Split('.');
        return $"{parts[^2].ToLowerInvariant()}/{parts[^1].ToLowerInvariant()}";
    }

    private static Dictionary<string, Dictionary<int, ProtobufField>> Load()
    {
        using var stream = typeof(ProtobufNumbers).Assembly.GetManifestResourceStream("Kube.Api.Protobuf.numbers.txt")!;
        using var reader = new StreamReader(stream);
        var messages = new Dictionary<string, Dictionary<int, ProtobufField>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var words = line.Split(' ');
            messages[$"{words[0]} {words[1]}"] = words.Skip(2).Select(Field).ToDictionary(f => f.Number, f => f.Field);
        }

        return messages;
    }

    private static (int Number, ProtobufField Field) Field(string text)
    {
        var equals = text.IndexOf('=');
        var name = text[..equals];
        return (int.Parse(text.AsSpan(equals + 1), CultureInfo.InvariantCulture), new ProtobufField(name.Trim('*', '?'), name[0] == '*', name[^1] == '?'));
    }
}
