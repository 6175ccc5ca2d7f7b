using System.Text;
using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Api.ApiExtensions.V1;
using Kube.Machinery.Json;
using Kube.Machinery.Schema.Structural;
using Kube.Machinery.Validation;

namespace Kube.Machinery.Tests.Schema.Structural;

/// <summary>Schemas and objects for tests, written as JSON with single quotes.</summary>
internal static class Schemas
{
    private static readonly FieldPath s_path = FieldPath.Of("schema");

    public static JsonObject Object(string json) => JsonTree.ParseObject(Encoding.UTF8.GetBytes(json.Replace('\'', '"')));

    /// <summary>What is wrong with a schema; empty when nothing is.</summary>
    public static string Problems(string schema)
    {
        var errors = new FieldErrors();
        StructuralSchema.Compile(Read(schema), s_path, errors);
        return string.Join('\n', errors);
    }

    public static StructuralSchema Compile(string schema)
    {
        var errors = new FieldErrors();
        var compiled = StructuralSchema.Compile(Read(schema), s_path, errors);
        Assert.Equal("", string.Join('\n', errors));
        return compiled!;
    }

    /// <summary>An object schema with one property.</summary>
    public static string With(string property, string name = "a") => $"{{'type':'object','properties':{{'{name}':{property}}}}}";

    /// <summary>What is wrong with an object.</summary>
    public static string Validate(string schema, string obj)
    {
        var errors = new FieldErrors();
        Compile(schema).Validate(Object(obj), null, errors);
        return string.Join('\n', errors);
    }

    private static JSONSchemaProps Read(string schema) => ApiJson.Deserialize<JSONSchemaProps>(Encoding.UTF8.GetBytes(schema.Replace('\'', '"')));
}
