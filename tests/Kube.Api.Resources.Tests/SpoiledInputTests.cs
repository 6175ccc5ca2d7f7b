using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Machinery.Validation;
using Kube.Testing;

namespace Kube.Api.Resources.Tests;

/// <summary>
/// Every field of an object in turn is replaced by something that does not belong there. Whatever still reads as the kind must be
/// judged without an exception: what a client sends is refused in words, never with a stack trace.
/// </summary>
public class SpoiledInputTests
{
    private static readonly DateTime s_now = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
    private static readonly string[] s_spoilers = ["null", "-1", "[null]", "{\"\":null}", "\"../ä\""];

    public static TheoryData<string> Kinds() => [.. Manifest.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AnyField_Spoiled_IsJudgedWithoutAnException(string kind)
    {
        var resource = Manifest.ResourceOf(kind);
        var root = JsonNode.Parse(Sample(resource, kind))!;
        var (valid, judged) = (Manifest.Read(kind), 0);
        foreach (var (parent, key) in Places(root).ToList())
        {
            var original = Get(parent, key)?.DeepClone();
            foreach (var spoiler in s_spoilers)
            {
                Set(parent, key, JsonNode.Parse(spoiler));
                judged += Judge(resource, root, valid) ? 1 : 0;
            }

            Set(parent, key, original);
        }

        Assert.True(judged > 0);
    }

    /// <summary>The fully populated object where the wire facts are at hand, else the small valid one. Templates are the pod's fields again: small.</summary>
    private static string Sample(Resource resource, string kind)
    {
        var info = resource.Info;
        var golden = Path.Combine(Repository.ApiFacts ?? "", "golden", $"{(info.Group.Length == 0 ? "core" : info.Group)}.{info.Version}.{info.Kind}.json");
        return resource.Info.Group == "apps" || !File.Exists(golden)
            ? Encoding.UTF8.GetString(ApiJson.Serialize<object>(Manifest.Read(kind)))
            : File.ReadAllText(golden);
    }

    private static bool Judge(Resource resource, JsonNode root, IKubeObject valid)
    {
        IKubeObject obj;
        try
        {
            obj = (IKubeObject)ApiJson.Deserialize(Encoding.UTF8.GetBytes(root.ToJsonString()), resource.Type);
        }
        catch (JsonException)
        {
            return false;
        }

        try
        {
            var errors = new FieldErrors();
            resource.Cells(obj, s_now);
            resource.Default(obj);
            resource.PrepareForUpdate(obj, valid);
            resource.ValidateUpdate(obj, valid, errors);
            resource.ValidateStatusUpdate(obj, valid, errors);
            resource.PrepareForCreate(obj);
            resource.Validate(obj, errors);
            resource.Cells(obj, s_now);
            return true;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException(root.ToJsonString(), e);
        }
    }

    private static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode node)
    {
        var children = node switch
        {
            JsonObject o => o.Select(p => ((object)p.Key, p.Value)),
            JsonArray a => a.Select((v, i) => ((object)i, v)),
            _ => [],
        };
        foreach (var (key, child) in children)
        {
            yield return (node, key);
            foreach (var below in child is null ? [] : Places(child))
            {
                yield return below;
            }
        }
    }

    private static JsonNode? Get(JsonNode parent, object key) => key is int index ? parent[index] : parent[(string)key];

    private static void Set(JsonNode parent, object key, JsonNode? value)
    {
        if (key is int index)
        {
            parent[index] = value;
        }
        else
        {
            parent[(string)key] = value;
        }
    }
}
