using System.Text.Json.Nodes;

namespace Kctl.Diagnosis;

/// <summary>The links of one chain that were looked at; the last one is broken, or all hold.</summary>
/// <param name="About">What was looked at, as type/name.</param>
/// <param name="Links">The links in order.</param>
internal sealed record Checkup(string About, IReadOnlyList<Link> Links)
{
    public bool Holds => Links.All(link => link.Broken is null);

    /// <summary>For people: a line per link, and below a broken one what mends it.</summary>
    public void WriteTo(TextWriter output)
    {
        output.WriteLine(About);
        var width = Links.Count == 0 ? 0 : Links.Max(link => link.Name.Length);
        foreach (var link in Links)
        {
            output.WriteLine($"  {(link.Broken is null ? "ok  " : "FAIL")}  {link.Name.PadRight(width)}  {link.Text}");
            if (link.Broken is { } finding)
            {
                Explanation.Write(output, finding);
            }
        }
    }

    /// <summary>For programs.</summary>
    public JsonObject ToJson() => new() { ["object"] = About, ["holds"] = Holds, ["links"] = new JsonArray([.. Links.Select(ToJson)]) };

    private static JsonNode ToJson(Link link)
    {
        var json = new JsonObject { ["link"] = link.Name, ["holds"] = link.Broken is null, ["text"] = link.Text };
        if (link.Broken is { } finding)
        {
            json["broken"] = Explanation.ToJson(finding);
        }

        return json;
    }
}
