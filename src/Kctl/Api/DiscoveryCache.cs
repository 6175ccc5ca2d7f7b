using System.Text.Json;
using System.Text.Json.Nodes;
using Kctl.App;
using Kctl.Printing;
using Kube.Machinery.Json;

namespace Kctl.Api;

/// <summary>What the server serves, kept on disk for ten minutes per server, beside kubectl's own cache. A cache that cannot be read or written is no error.</summary>
internal sealed class DiscoveryCache(Session session)
{
    private static readonly TimeSpan s_freshFor = TimeSpan.FromMinutes(10);

    /// <summary>The kinds as they were kept; null where nothing is, or where it is old.</summary>
    public IReadOnlyList<ResourceType>? Kept()
    {
        var file = new FileInfo(FilePath());
        try
        {
            var age = session.Terminal.Time.GetUtcNow() - file.LastWriteTimeUtc;
            return file.Exists && age < s_freshFor && age > -s_freshFor && JsonTree.Parse(File.ReadAllBytes(file.FullName)) is JsonArray items
                ? [.. items.OfType<JsonObject>().Select(FromJson)]
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The kinds, asked of the server and kept.</summary>
    public async Task<IReadOnlyList<ResourceType>> FetchAsync(CancellationToken ct)
    {
        var types = await DiscoveryReader.FetchAsync(session.Api, ct);
        Write(types);
        return types;
    }

    private string FilePath()
    {
        var folder = session.Terminal.Environment("KUBECACHEDIR") is { Length: > 0 } chosen ? chosen : Path.Combine(session.Terminal.HomeFolder, ".kube", "cache");
        var server = session.Config.Server.Authority.Replace(':', '_').Replace('[', '_').Replace(']', '_');
        return Path.Combine(folder, "kctl", server, "discovery.json");
    }

    private void Write(IReadOnlyList<ResourceType> types)
    {
        var path = FilePath();
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(temporary, JsonText.Utf8(new JsonArray([.. types.Select(ToJson)])));
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Next time the server is asked again.
        }
    }

    private static JsonNode ToJson(ResourceType type) => new JsonObject
    {
        ["group"] = type.Group,
        ["version"] = type.Version,
        ["plural"] = type.Plural,
        ["singular"] = type.Singular,
        ["kind"] = type.Kind,
        ["namespaced"] = type.Namespaced,
        ["shortNames"] = Words(type.ShortNames),
        ["categories"] = Words(type.Categories),
        ["verbs"] = Words(type.Verbs),
        ["subresources"] = Words(type.Subresources),
    };

    private static ResourceType FromJson(JsonObject json) => new(
        json.Text("group") ?? "", json.Text("version") ?? "", json.Text("plural") ?? "", json.Text("singular") ?? "", json.Text("kind") ?? "", json.Flag("namespaced"))
    {
        ShortNames = json.Texts("shortNames"),
        Categories = json.Texts("categories"),
        Verbs = json.Texts("verbs"),
        Subresources = json.Texts("subresources"),
    };

    private static JsonArray Words(IEnumerable<string> words) => new([.. words.Select(w => (JsonNode)JsonValue.Create(w))]);
}
