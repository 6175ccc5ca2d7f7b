using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Kube.Machinery.Schema;

/// <summary>
/// Finds the fields of a JSON body that its type does not know, and those that stand twice, in one pass without building anything.
/// Texts are those of Kubernetes' strict decoding: <c>unknown field "spec.foo"</c>, <c>duplicate field "spec.x"</c>.
/// </summary>
public static class FieldScan
{
    /// <summary>More findings than this are not reported: they would not be read either.</summary>
    public const int Maximum = 100;

    private const int MaximumDepth = 512;

    /// <summary>The findings in the order of the body, each once. Throws <see cref="JsonException"/> when the body is not JSON.</summary>
    public static IReadOnlyList<string> Find(ReadOnlySpan<byte> utf8, TypeSchema schema)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaximumDepth });
        var walk = new Walk();
        try
        {
            reader.Read();
            walk.Value(ref reader, schema);
            reader.Read();
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException($"a field name is not valid UTF-8 (byte {reader.TokenStartIndex})", e);
        }

        return walk.Found;
    }

    /// <summary>The state of one pass: the path so far as text, and what was found.</summary>
    private sealed class Walk
    {
        private readonly StringBuilder _path = new();
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

        public List<string> Found { get; } = [];

        public void Value(ref Utf8JsonReader reader, TypeSchema? schema)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    Object(ref reader, schema);
                    break;
                case JsonTokenType.StartArray:
                    Array(ref reader, schema?.Kind == SchemaKind.List ? schema.Item : null);
                    break;
                default:
                    break;
            }
        }

        private void Object(ref Utf8JsonReader reader, TypeSchema? schema)
        {
            var names = new NameSet();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var field = schema?.Kind == SchemaKind.Object ? schema.Find(in reader) : null;
                var name = field?.Name ?? reader.GetString() ?? "";
                var length = _path.Length;
                _path.Append(length == 0 ? "" : ".").Append(name);
                if (!names.Add(name))
                {
                    Report("duplicate");
                }

                if (schema?.Kind == SchemaKind.Object && field is null)
                {
                    Report("unknown");
                }

                reader.Read();
                Value(ref reader, field?.Type ?? (schema?.Kind == SchemaKind.Map ? schema.Item : null));
                _path.Length = length;
            }
        }

        private void Array(ref Utf8JsonReader reader, TypeSchema? item)
        {
            var length = _path.Length;
            for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
            {
                _path.Append('[').Append(i.ToString(CultureInfo.InvariantCulture)).Append(']');
                Value(ref reader, item);
                _path.Length = length;
            }
        }

        private void Report(string what)
        {
            if (Found.Count < Maximum && _seen.Add($"{what} {_path}"))
            {
                Found.Add($"{what} field \"{_path}\"");
            }
        }
    }

    /// <summary>The names of one object; most have few, so a list until it grows.</summary>
    private struct NameSet
    {
        private List<string>? _few;
        private HashSet<string>? _many;

        public bool Add(string name)
        {
            if (_many is not null)
            {
                return _many.Add(name);
            }

            _few ??= [];
            if (_few.Contains(name))
            {
                return false;
            }

            _few.Add(name);
            if (_few.Count > 16)
            {
                _many = new HashSet<string>(_few, StringComparer.Ordinal);
            }

            return true;
        }
    }
}
