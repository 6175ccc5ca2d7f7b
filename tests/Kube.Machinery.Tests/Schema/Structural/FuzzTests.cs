using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Api.ApiExtensions.V1;
using Kube.Machinery.Apply;
using Kube.Machinery.Schema.Structural;
using Kube.Machinery.Validation;

namespace Kube.Machinery.Tests.Schema.Structural;

/// <summary>Whatever comes in, nothing but field errors comes out, and soon.</summary>
public class FuzzTests
{
    private static readonly FieldPath s_path = FieldPath.Of("schema");
    private static readonly string[] s_names = ["a", "b", "metadata", "kind", "apiVersion", "spec", "a.b", ""];
    private static readonly string[] s_patterns = ["^a$", "(", "[a-", "a{1000}", "(a+)+$", "\\d", "\\", "(?i:x)", "[[:x:]]", "\\p{Zz}", "\\p{L}", "x{2,1}", "**", "(?P<1>a)", "\\Qa", "a|*", "\\x{10FFFF}", "\\xzz", "[z-a]", "(?", "(?P", "[\\d-z]", "\\8"];
    private static readonly string[] s_types = ["object", "object", "object", "array", "array", "string", "integer", "number", "boolean", "", "null", "x"];

    [Fact]
    public void SchemasAndObjects_Random_OnlyFieldErrors()
    {
        var (random, compiled) = (new Random(31), 0);
        for (var round = 0; round < 4_000; round++)
        {
            var errors = new FieldErrors();
            var json = Encoding.UTF8.GetBytes(Node(random, 5, isRoot: true, isTame: round % 2 == 0).ToJsonString());
            if (Read(json) is not { } schema || StructuralSchema.Compile(schema, s_path, errors) is not { } structural)
            {
                continue;
            }

            compiled++;
            structural.ToOpenApi(OpenApiVersion.V2);
            structural.ToOpenApi(OpenApiVersion.V3);
            for (var i = 0; i < 5; i++)
            {
                Through(structural, Value(random, 5) as JsonObject ?? []);
            }
        }

        Assert.True(compiled > 500, $"{compiled} schemas were good");
    }

    [Fact]
    public void Patterns_RandomText_CompileOrAreRefused()
    {
        var (random, signs) = (new Random(7), "ab01(){}[]|*+?^$\\.,:-<>PpQEdDwWsSnzAb=!iäé\0\n");
        for (var round = 0; round < 4_000; round++)
        {
            var pattern = new string([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => signs[random.Next(signs.Length)])]);
            var errors = new FieldErrors();
            StructuralSchema.Compile(new JSONSchemaProps { Type = "object", Properties = new() { ["a"] = new() { Type = "string", Pattern = pattern } } }, s_path, errors)
                ?.Validate(new JsonObject { ["a"] = "ab01\n" }, null, errors);
        }
    }

    [Theory]
    [InlineData("(x+x+)+y", 300_000)]
    [InlineData("(a|a)*b", 300_000)]
    [InlineData("^(([a-z])+.)+[A-Z]([a-z])+$", 100_000)]
    [InlineData(".*.*.*.*.*.*.*.*.*c", 100_000)]
    public void EvilPattern_LongText_IsQuick(string pattern, int length)
    {
        var schema = Schemas.Compile(Schemas.With($"{{'type':'string','pattern':'{pattern}'}}"));
        var watch = Stopwatch.StartNew();

        schema.Validate(new JsonObject { ["a"] = new string('a', length) }, null, new FieldErrors());

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    [Fact]
    public void ManyAlternatives_ManyItems_EndWithAnError()
    {
        var any = string.Join(',', Enumerable.Range(0, 1000).Select(i => $"{{'minimum':{i + 10}}}"));
        var schema = Schemas.Compile(Schemas.With($"{{'type':'array','items':{{'type':'integer','anyOf':[{any}]}}}}"));
        var errors = new FieldErrors();

        schema.Validate(new JsonObject { ["a"] = new JsonArray([.. Enumerable.Range(0, 100_000).Select(_ => (JsonNode?)1)]) }, null, errors);

        Assert.True(errors.Count <= ValueErrors.Maximum + 2, $"{errors.Count} errors");
    }

    [Fact]
    public void NestedAlternatives_DoNotMultiply()
    {
        var rule = "{'minimum':5}";
        for (var i = 0; i < 40; i++)
        {
            rule = $"{{'anyOf':[{rule}]}}";
        }

        var found = Schemas.Validate(Schemas.With($"{{'type':'integer','anyOf':[{rule}]}}"), "{'a':1}");

        Assert.EndsWith("a: Invalid value: 1: a in body should be greater than or equal to 5", found, StringComparison.Ordinal);
        Assert.DoesNotContain("takes more than", found, StringComparison.Ordinal);
    }

    [Fact]
    public void LargePattern_LongText_IsRefusedBeforeItIsTried()
    {
        var schema = Schemas.Compile(Schemas.With("{'type':'string','pattern':'(.{100}a.{100}b){49}'}"));
        var errors = new FieldErrors();

        schema.Validate(new JsonObject { ["a"] = new string('a', 1_000_000) }, null, errors);

        Assert.Contains("takes more than", Assert.Single(errors).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void HugeSchema_IsRefused()
    {
        var errors = new FieldErrors();
        var schema = new JSONSchemaProps { Type = "object", Properties = Enumerable.Range(0, 100_001).ToDictionary(i => $"p{i}", _ => new JSONSchemaProps { Type = "string" }) };

        Assert.Null(StructuralSchema.Compile(schema, s_path, errors));
        Assert.Equal("Invalid value: \"\": must not have more than 100000 schemas", Assert.Single(errors).Detail);
    }

    private static void Through(StructuralSchema schema, JsonObject obj)
    {
        var (errors, unknown) = (new FieldErrors(), new List<string>());
        schema.Prune(obj, unknown);
        var again = new List<string>();
        schema.Prune(obj, again);
        Assert.Empty(again);
        schema.Default(obj, errors);
        var once = obj.ToJsonString();
        schema.Default(obj, errors);
        Assert.Equal(once, obj.ToJsonString());
        schema.Validate(obj, null, errors);
        ServerSideApply.Apply(null, obj, new FieldManager("m", "Apply", "v1"), false, schema.ApplySchema, FieldSet.Empty, DateTime.UnixEpoch);
    }

    private static JSONSchemaProps? Read(byte[] json)
    {
        try
        {
            return ApiJson.Deserialize<JSONSchemaProps>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonObject Node(Random random, int depth, bool isRoot = false, bool isTame = false)
    {
        var type = isRoot ? "object" : isTame ? s_types[random.Next(9)] : s_types[random.Next(s_types.Length)];
        var node = new JsonObject { ["type"] = type };
        if (type == "object" && depth > 0)
        {
            node["properties"] = new JsonObject(Enumerable.Range(0, random.Next(4)).Select(_ => s_names[random.Next(isTame ? 2 : s_names.Length)]).Distinct()
                .Select(n => KeyValuePair.Create(n, (JsonNode?)Node(random, depth - 1, isTame: isTame))));
        }

        if (type == "array")
        {
            node["items"] = depth > 0 ? Node(random, depth - 1, isTame: isTame) : new JsonObject { ["type"] = "string" };
        }

        for (var i = random.Next(isTame ? 2 : 4); i > 0 && !(isRoot && isTame); i--)
        {
            var (word, value) = Word(random, depth, isTame);
            node[word] = value;
        }

        return node;
    }

    private static (string Word, JsonNode? Value) Word(Random random, int depth, bool isTame) => random.Next(isTame ? 9 : 22) switch
    {
        0 => ("nullable", true),
        1 => ("maximum", random.NextDouble() * 10),
        2 => ("minLength", random.Next(5)),
        3 => ("maxItems", random.Next(3)),
        4 => ("format", random.Next(2) == 0 ? "date-time" : "uuid"),
        5 => ("minProperties", random.Next(3)),
        6 => ("required", new JsonArray("a")),
        7 => ("pattern", s_patterns[random.Next(s_patterns.Length)]),
        8 => ("default", Value(random, 2)),
        9 => ("enum", new JsonArray(Value(random, 1), Value(random, 1))),
        10 => ("multipleOf", random.Next(-1, 3)),
        11 => ("anyOf", new JsonArray(Node(random, depth - 1), Node(random, depth - 1))),
        12 => ("not", Node(random, Math.Min(depth - 1, 1))),
        13 => ("x-kubernetes-list-type", random.Next(2) == 0 ? "set" : "map"),
        14 => ("x-kubernetes-list-map-keys", new JsonArray("a")),
        15 => ("x-kubernetes-preserve-unknown-fields", true),
        16 => ("x-kubernetes-embedded-resource", true),
        17 => ("x-kubernetes-int-or-string", true),
        18 => ("additionalProperties", random.Next(2) == 0 ? true : Node(random, depth - 1)),
        19 => ("items", new JsonArray(Node(random, 0))),
        20 => ("properties", new JsonObject { ["a"] = null, ["b"] = Node(random, Math.Min(depth - 1, 1)) }),
        _ => ("allOf", new JsonArray(new JsonObject { ["required"] = new JsonArray("b") }, null)),
    };

    private static JsonNode? Value(Random random, int depth) => random.Next(depth <= 0 ? 6 : 12) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(-3, 20)),
        2 => JsonNode.Parse(random.Next(2) == 0 ? "1e400" : "12345678901234567890.5"),
        3 => JsonValue.Create(true),
        4 => JsonValue.Create("ä"),
        5 => JsonValue.Create("2026-01-02T03:04:05Z"),
        6 or 7 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth - 1))]),
        _ => new JsonObject(Enumerable.Range(0, random.Next(4)).Select(_ => s_names[random.Next(s_names.Length)]).Distinct().Select(n => KeyValuePair.Create(n, Value(random, depth - 1)))),
    };
}
