using System.Text;
using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Api.Resources;

namespace Kube.ApiServer.Tests;

/// <summary>Makes bodies that no client in its right mind sends, of ones that are right. The same for the same seed.</summary>
internal sealed class Spoiler(string seed)
{
    private static readonly string[] s_values =
    [
        "null", "-1", "1e400", "1.5", "99999999999999999999", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"../../ä\"", "\"5%\"", "true", "[]", "{}", "[null]", "[[]]", "{\"\":null}", "[{\"name\":null}]",
        "{\"$patch\":\"delete\"}", "{\"$patch\":[]}", "{\"$retainKeys\":[1]}", "[{\"$patch\":\"replace\"}]", "[\"a\",\"a\"]", "{\"a\":1,\"a\":[]}", "\"-9223372036854775808\"", "\"2262-04-11T23:47:17Z\"", "\"0001-01-01T00:00:00Z\"",
        new string('[', 300) + new string(']', 300), "{\"a\":" + new string('[', 60) + new string(']', 60) + "}", "\"" + new string('x', 5000) + "\"",
    ];

    private readonly Random _random = new(seed.Sum(c => c));

    public T Pick<T>(params T[] from) => from[_random.Next(from.Length)];

    public bool Chance(int of) => _random.Next(of) == 0;

    /// <summary>The object with one to three places spoiled; one in four has bytes spoiled too.</summary>
    public byte[] Json(string sample)
    {
        var root = JsonNode.Parse(sample)!;
        var marks = new List<(string Mark, string Value)>();
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            var places = Places(root).ToList();
            var (parent, key) = places[_random.Next(places.Count)];
            marks.Add(($"@{marks.Count}@", Pick(s_values)));
            Set(parent, key, marks[^1].Mark);
        }

        var text = root.ToJsonString();
        foreach (var (mark, value) in marks)
        {
            text = text.Replace($"\"{mark}\"", value); // The values are not all ones a tree can hold.
        }

        return Chance(4) ? Bytes(Encoding.UTF8.GetBytes(text)) : Encoding.UTF8.GetBytes(text);
    }

    public byte[] Yaml(string sample) => Bytes(Encoding.UTF8.GetBytes(Machinery.Yaml.YamlJson.Write(JsonNode.Parse(sample))
        + Pick("a: &a [*a]\n", "<<: *x\n", "? [a]\n: b\n", "a: !!binary x\n", "x: 0x7fffffffffffffffff\n", "y: .inf\n", "- a\n", "\t\n", "a: |\n  b\n c\n", "%YAML 9.9\n", "kind: a\nkind: b\n", "&a a: *a\n")));

    /// <summary>The envelope of a protobuf body with random wire data of the kind in it.</summary>
    public byte[] Protobuf(ResourceInfo info)
    {
        byte[] type = [.. Field(1, Encoding.UTF8.GetBytes(info.ApiVersion)), .. Field(2, Encoding.UTF8.GetBytes(info.Kind))];
        byte[] whole = [.. "k8s\0"u8, .. Field(1, type), .. Field(2, Message(6))];
        return Chance(3) ? Bytes(whole) : whole;
    }

    public byte[] JsonPatch(string sample)
    {
        var pointers = Pointers(JsonNode.Parse(sample)!, "").Append("/x/y").Append("").Append("/metadata/finalizers/-").Append("/metadata/labels/a~1b~2").ToArray();
        var operations = Enumerable.Range(0, _random.Next(1, 4)).Select(_ =>
            $$"""{"op":"{{Pick("add", "remove", "replace", "move", "copy", "test", "x")}}","path":"{{Pick(pointers)}}{{Pick("", "/0", "/-1", "/99999999999")}}","from":"{{Pick(pointers)}}","value":{{Pick(s_values)}}}""");
        return Encoding.UTF8.GetBytes($"[{string.Join(',', operations)}]");
    }

    public string Query() => string.Join('&', Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Pick(
        "labelSelector", "fieldSelector", "limit", "continue", "resourceVersion", "resourceVersionMatch", "timeoutSeconds", "sendInitialEvents", "includeObject", "pretty", "dryRun", "fieldManager",
        "fieldValidation", "force", "gracePeriodSeconds", "propagationPolicy", "orphanDependents", "uid", "timeout") + "=" + Uri.EscapeDataString(Pick(
        "", "0", "1", "-1", "true", "x", "a=b,c!=d", "a in (b,", "metadata.name=", "metadata.name=\\", "!", "((((", "a>1", "a>x", "a notin ()", "djEKMQph", "djEKLTEKYQ", "djEKMAph", "9223372036854775808", "1.5", "\0", "ä", "All", "Exact", "NotOlderThan",
        "Strict", "Orphan", "1s", "-1s", "None", "Object", new string('x', 300), string.Join(',', Enumerable.Repeat("a=b", 300))))));

    private static IEnumerable<byte> Field(int number, byte[] value) => [.. Varint((ulong)(number << 3) | 2), .. Varint((ulong)value.Length), .. value];

    private static IEnumerable<byte> Varint(ulong value)
    {
        for (; value > 127; value >>= 7)
        {
            yield return (byte)(value | 128);
        }

        yield return (byte)value;
    }

    private byte[] Message(int depth) => [.. Enumerable.Range(0, _random.Next(1, 5)).SelectMany(_ => (IEnumerable<byte>)(_random.Next(depth > 0 ? 8 : 4) switch
    {
        0 => [.. Varint((ulong)(_random.Next(1, 30) << 3)), .. Varint((ulong)_random.NextInt64())],
        1 => [.. Varint((ulong)(_random.Next(1, 30) << 3) | 5), 1, 2, 3, 4],
        2 => Field(_random.Next(1, 30), [.. Enumerable.Range(0, _random.Next(20)).Select(_ => (byte)_random.Next(256))]),
        3 => Field(_random.Next(1, 30), "abc"u8.ToArray()),
        _ => Field(_random.Next(1, 8), Message(depth - 1)),
    }))];

    private byte[] Bytes(byte[] bytes)
    {
        for (var i = _random.Next(4); i > 0 && bytes.Length > 0; i--)
        {
            bytes[_random.Next(bytes.Length)] = (byte)_random.Next(256);
        }

        return Chance(4) ? bytes[.._random.Next(bytes.Length)] : bytes;
    }

    private static IEnumerable<string> Pointers(JsonNode node, string at) => Places(node, deep: false).SelectMany(p =>
        (IEnumerable<string>)[$"{at}/{p.Key}", .. Get(p) is { } below ? Pointers(below, $"{at}/{p.Key}") : []]);

    private static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode node, bool deep = true)
    {
        IEnumerable<(JsonNode, object Key)> places = node switch
        {
            JsonObject o => o.Select(p => (node, (object)p.Key)),
            JsonArray a => Enumerable.Range(0, a.Count).Select(i => (node, (object)i)),
            _ => [],
        };
        return deep ? places.ToList().SelectMany(p => (IEnumerable<(JsonNode, object)>)[p, .. Get(p) is { } below ? Places(below) : []]) : places;
    }

    private static JsonNode? Get((JsonNode Parent, object Key) place) => place.Key is int index ? place.Parent[index] : place.Parent[(string)place.Key];

    private static void Set(JsonNode parent, object key, string mark)
    {
        if (key is int index)
        {
            parent[index] = mark;
        }
        else
        {
            parent[(string)key] = mark;
        }
    }
}
