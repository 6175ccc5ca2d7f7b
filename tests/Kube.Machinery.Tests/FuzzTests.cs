using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Api.Core.V1;
using Kube.Machinery.Json;
using Kube.Machinery.Patch;
using Kube.Machinery.Schema;
using Kube.Machinery.Selectors;

namespace Kube.Machinery.Tests;

public sealed class FuzzTests
{
    private static readonly TypeSchema s_pod = TypeSchema.For(typeof(Pod));
    private static readonly string[] s_fields = ["spec", "containers", "name", "ports", "containerPort", "metadata", "labels", "finalizers", "$patch", "$retainKeys", "$setElementOrder/containers", "$deleteFromPrimitiveList/finalizers", "volumes", "x"];

    [Fact]
    public void Patches_RandomTrees_OnlyDeclaredErrors()
    {
        var random = new Random(17);
        for (var round = 0; round < 5_000; round++)
        {
            var (document, patch) = (Object(random, 4), Object(random, 4));
            var before = document.ToJsonString();
            Try(() => StrategicMergePatch.Apply(document, patch, s_pod));
            Try(() => ThreeWayPatch.Create(document, patch, document, s_pod));
            Try(() => ThreeWayPatch.CreateTwoWay(document, patch, s_pod));
            Try(() => MergePatch.Apply(document, patch));
            Try(() => JsonPatch.Apply(document, new JsonArray(new JsonObject { ["op"] = Pick(random, "add", "remove", "test", "copy"), ["path"] = "/" + Pick(random, s_fields) + "/0", ["from"] = "/spec", ["value"] = 1 })));
            Assert.Equal(before, document.ToJsonString());
        }
    }

    [Fact]
    public void Readers_BadBytes_OnlyDeclaredErrors()
    {
        var random = new Random(23);
        foreach (var body in Bodies(random))
        {
            Try(() => JsonTree.Parse(body)?.ToJsonString());
            Try(() => FieldScan.Find(body, s_pod));
            Try(() => Selector.Parse(Encoding.UTF8.GetString(body)));
            Try(() => FieldSelector.Parse(Encoding.UTF8.GetString(body)));
        }
    }

    private static IEnumerable<byte[]> Bodies(Random random)
    {
        yield return [];
        yield return Encoding.UTF8.GetBytes(new string('[', 100_000));
        yield return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"spec\":", 10_000)));
        yield return Encoding.UTF8.GetBytes("{\"spec\":{\"priority\":" + new string('9', 10_000) + "}}");
        yield return [(byte)'"', 0xff, 0xfe, (byte)'"'];
        yield return [(byte)'{', (byte)'"', 0xc3, (byte)'"', (byte)':', (byte)'1', (byte)'}'];
        yield return Encoding.UTF8.GetBytes("\"\\ud800\"");
        yield return Encoding.UTF8.GetBytes("{\"\\ud800\":1}");
        yield return Encoding.UTF8.GetBytes("{\"a\":1,\"a\":2}");
        for (var round = 0; round < 3_000; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(Object(random, 3).ToJsonString());
            for (var i = random.Next(4); i > 0; i--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            yield return bytes;
        }
    }

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is PatchException or JsonException or SelectorException)
        {
            // Declared.
        }
    }

    private static JsonObject Object(Random random, int depth)
    {
        var result = new JsonObject();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            result[Pick(random, s_fields)] = Value(random, depth - 1);
        }

        return result;
    }

    private static JsonNode? Value(Random random, int depth) => random.Next(depth <= 0 ? 4 : 8) switch
    {
        0 => null,
        1 => JsonValue.Create(Pick(random, "replace", "delete", "merge", "a")),
        2 => JsonValue.Create(random.Next(3)),
        3 => JsonValue.Create(true),
        4 or 5 => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Value(random, depth - 1))]),
        _ => Object(random, depth),
    };

    private static T Pick<T>(Random random, params T[] from) => from[random.Next(from.Length)];
}
