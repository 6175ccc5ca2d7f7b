using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Api.Meta.V1;
using Kube.Machinery.Validation;

namespace Kube.Machinery.Schema.Structural;

/// <summary>API objects within an object: they need an apiVersion and a kind, and metadata as every object has it. The root is whoever serves it to check.</summary>
internal static class EmbeddedObjects
{
    public static void Check(JsonNode? value, SchemaNode? node, FieldPath? at, ValueErrors errors)
    {
        if (node is null || !errors.Spend())
        {
            return;
        }

        switch (value)
        {
            case JsonObject fields:
                if (node is { IsObject: true, IsRoot: false })
                {
                    Object(fields, at, errors);
                }

                foreach (var (name, field) in fields)
                {
                    var declared = node.Properties.GetValueOrDefault(name);
                    Check(field, declared ?? node.Additional, declared is null ? (at ?? FieldPath.Of("")).Key(name) : Below(at, name), errors);
                }

                break;
            case JsonArray items:
                for (var i = 0; node.Items is not null && i < items.Count; i++)
                {
                    Check(items[i], node.Items, (at ?? FieldPath.Of("")).Index(i), errors);
                }

                break;
            default:
                break;
        }
    }

    private static void Object(JsonObject fields, FieldPath? at, ValueErrors errors)
    {
        Name(fields, "apiVersion", at, errors);
        Name(fields, "kind", at, errors);
        if (!fields.TryGetPropertyValue("metadata", out var metadata))
        {
            return;
        }

        try
        {
            var meta = metadata is null ? new ObjectMeta() : ApiJson.Deserialize<ObjectMeta>(Encoding.UTF8.GetBytes(metadata.ToJsonString()));
            var found = new FieldErrors();
            LabelRules.CheckLabels(meta.Labels, FieldPath.Of("labels"), found);
            LabelRules.CheckAnnotations(meta.Annotations, FieldPath.Of("annotations"), found);
            foreach (var error in found)
            {
                errors.Invalid(Below(at, "metadata").Child(error.Field), "", error.Detail);
            }
        }
        catch (JsonException e)
        {
            errors.Invalid(Below(at, "metadata"), ShownJson.Of(metadata), DecodeError.Describe(e, TypeSchema.For(typeof(ObjectMeta))));
        }
    }

    private static void Name(JsonObject fields, string name, FieldPath? at, ValueErrors errors)
    {
        var path = Below(at, name);
        if (!fields.TryGetPropertyValue(name, out var value) || value is JsonValue empty && empty.TryGetValue<string>(out var text) && text.Length == 0)
        {
            errors.Required(path);
        }
        else if (value?.GetValueKind() != JsonValueKind.String)
        {
            errors.Invalid(path, ShownJson.Of(value), "must be a string");
        }
    }

    private static FieldPath Below(FieldPath? at, string name) => at?.Child(name) ?? FieldPath.Of(name);
}
