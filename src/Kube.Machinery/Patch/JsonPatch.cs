using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Machinery.Json;

namespace Kube.Machinery.Patch;

/// <summary>RFC 6902: a list of operations, all of which are done or none.</summary>
public static class JsonPatch
{
    /// <summary>More operations are refused: they could keep a server busy for minutes.</summary>
    public const int MaximumOperations = 10_000;

    /// <summary>Copies may not add more than this many bytes; a few dozen could otherwise double a document over and over.</summary>
    public const int MaximumCopied = 3 * 1024 * 1024;

    /// <summary>The patched document; the arguments stay as they are. Throws <see cref="PatchException"/>.</summary>
    public static JsonNode? Apply(JsonNode? document, JsonNode? patch)
    {
        if (patch is not JsonArray operations)
        {
            throw new PatchException(PatchFailure.BadPatch, $"error decoding patch: expected a list of operations, found {JsonTree.NameOf(patch)}");
        }

        if (operations.Count > MaximumOperations)
        {
            throw new PatchException(PatchFailure.TooLarge, $"The allowed maximum operations in a JSON patch is {MaximumOperations}, got {operations.Count}");
        }

        var run = new Run(document?.DeepClone());
        for (var i = 0; i < operations.Count; i++)
        {
            run.Do(operations[i] as JsonObject ?? throw new PatchException(PatchFailure.BadPatch, $"error decoding patch: operation {i} is not an object"));
        }

        return run.Document;
    }

    /// <summary>The document while operations are done on it.</summary>
    private sealed class Run(JsonNode? document)
    {
        private long _copied;

        public JsonNode? Document { get; private set; } = document;

        public void Do(JsonObject operation)
        {
            var name = Text(operation, "op") ?? "";
            var path = JsonPointer.Parse(Text(operation, "path") ?? throw new PatchException(PatchFailure.DoesNotApply, $"{name} operation is missing its path"));
            switch (name)
            {
                case "add":
                    Add("add", path, Value(operation, name));
                    break;
                case "remove":
                    Remove("remove", path);
                    break;
                case "replace":
                    Replace(path, Value(operation, name));
                    break;
                case "move":
                    Move(From(operation, name), path);
                    break;
                case "copy":
                    Copy(From(operation, name), path);
                    break;
                case "test":
                    Test(path, operation["value"]);
                    break;
                default:
                    throw new PatchException(PatchFailure.DoesNotApply, $"Unexpected kind: {(name.Length == 0 ? "unknown" : name)}");
            }
        }

        private static string? Text(JsonObject operation, string name) => operation[name] switch
        {
            null => null,
            JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
            var other => throw new PatchException(PatchFailure.BadPatch, $"error decoding patch: {name} must be a string, found {JsonTree.NameOf(other)}"),
        };

        private static JsonNode? Value(JsonObject operation, string name) => operation.TryGetPropertyValue("value", out var value)
            ? value?.DeepClone()
            : throw new PatchException(PatchFailure.DoesNotApply, $"{name} operation is missing its value");

        private static JsonPointer From(JsonObject operation, string name) =>
            JsonPointer.Parse(Text(operation, "from") ?? throw new PatchException(PatchFailure.DoesNotApply, $"{name} operation is missing from"));

        private static PatchException Missing(string operation, JsonPointer path, string what = "path") =>
            new(PatchFailure.DoesNotApply, $"{operation} operation does not apply: doc is missing {what}: \"{path}\": missing value");

        private void Add(string name, JsonPointer path, JsonNode? value)
        {
            if (path.IsRoot)
            {
                Document = value;
                return;
            }

            switch (path.Container(Document))
            {
                case JsonObject obj:
                    obj[path.Key] = value;
                    break;
                case JsonArray array:
                    array.Insert(path.Index(array, array.Count), value);
                    break;
                default:
                    throw Missing(name, path);
            }
        }

        private JsonNode? Remove(string name, JsonPointer path)
        {
            if (path.IsRoot)
            {
                var all = Document;
                Document = null;
                return all;
            }

            switch (path.Container(Document))
            {
                case JsonObject obj:
                    if (!obj.TryGetPropertyValue(path.Key, out var old))
                    {
                        throw new PatchException(PatchFailure.DoesNotApply, $"error in {name} for path: '{path}': Unable to remove nonexistent key: {path.Key}: missing value");
                    }

                    obj.Remove(path.Key);
                    return old;
                case JsonArray array:
                    var index = path.Index(array, array.Count - 1);
                    var item = array[index];
                    array.RemoveAt(index);
                    return item;
                default:
                    throw Missing(name, path);
            }
        }

        private void Replace(JsonPointer path, JsonNode? value)
        {
            if (path.IsRoot)
            {
                Document = value;
                return;
            }

            switch (path.Container(Document))
            {
                case JsonObject obj:
                    obj[path.Key] = obj.ContainsKey(path.Key) ? value : throw Missing("replace", path, "key");
                    break;
                case JsonArray array:
                    array[path.Index(array, array.Count - 1)] = value;
                    break;
                default:
                    throw Missing("replace", path);
            }
        }

        private void Move(JsonPointer from, JsonPointer path)
        {
            if (path.IsWithin(from))
            {
                throw new PatchException(PatchFailure.DoesNotApply, $"move operation does not apply: \"{path}\" is inside of \"{from}\"");
            }

            Add("move", path, Remove("move", from));
        }

        private void Copy(JsonPointer from, JsonPointer path)
        {
            var value = Find("copy", from)?.DeepClone();
            _copied += value?.ToJsonString().Length ?? 4;
            if (_copied > MaximumCopied)
            {
                throw new PatchException(PatchFailure.TooLarge, $"Unable to complete the copy, the accumulated size increase of copy is {_copied}, exceeding the limit {MaximumCopied}");
            }

            Add("copy", path, value);
        }

        private void Test(JsonPointer path, JsonNode? expected)
        {
            JsonNode? actual = null;
            if (path.IsRoot)
            {
                actual = Document;
            }
            else if (path.Container(Document) is JsonObject obj)
            {
                actual = obj[path.Key];
            }
            else
            {
                actual = Find("test", path);
            }

            if (!JsonNode.DeepEquals(actual, expected))
            {
                throw new PatchException(PatchFailure.DoesNotApply, $"testing value {path} failed: test failed");
            }
        }

        private JsonNode? Find(string name, JsonPointer path) => path.IsRoot ? Document : path.Container(Document) switch
        {
            JsonObject obj => obj.TryGetPropertyValue(path.Key, out var value) ? value : throw Missing(name, path, "key"),
            JsonArray array => array[path.Index(array, array.Count - 1)],
            _ => throw Missing(name, path),
        };
    }
}
