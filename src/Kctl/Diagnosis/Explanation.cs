using System.Text.Json.Nodes;

namespace Kctl.Diagnosis;

/// <summary>The answer to "why": the state of an object in a sentence, and what was found out about it.</summary>
/// <param name="About">The object, as type/name.</param>
/// <param name="Summary">Its state.</param>
/// <param name="Findings">The reasons.</param>
internal sealed record Explanation(string About, string Summary, IReadOnlyList<Finding> Findings)
{
    /// <summary>The scheduler's record, where there is one; shown with <c>-o json</c>.</summary>
    public JsonObject? Decision { get; init; }

    /// <summary>For people.</summary>
    public void WriteTo(TextWriter output)
    {
        output.WriteLine($"{About} {Summary}");
        foreach (var finding in Findings)
        {
            output.WriteLine();
            output.WriteLine($"  {finding.What}");
            Write(output, finding);
        }
    }

    /// <summary>Details and remedies, indented below a finding.</summary>
    public static void Write(TextWriter output, Finding finding)
    {
        foreach (var line in finding.Details)
        {
            output.WriteLine($"    {line}".TrimEnd());
        }

        foreach (var remedy in finding.Remedies)
        {
            output.WriteLine($"    -> {remedy.Change}");
            if (remedy.Command is { } command)
            {
                output.WriteLine($"       {command}");
            }
        }
    }

    /// <summary>For programs.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["object"] = About, ["summary"] = Summary, ["findings"] = new JsonArray([.. Findings.Select(ToJson)]) };
        if (Decision is not null)
        {
            json["decision"] = Decision.DeepClone();
        }

        return json;
    }

    /// <summary>One finding for programs.</summary>
    public static JsonNode ToJson(Finding finding) => new JsonObject
    {
        ["finding"] = finding.What,
        ["details"] = new JsonArray([.. finding.Details.Select(line => (JsonNode)line)]),
        ["remedies"] = new JsonArray([.. finding.Remedies.Select(ToJson)]),
    };

    private static JsonNode ToJson(Remedy remedy)
    {
        var json = new JsonObject { ["change"] = remedy.Change };
        if (remedy.Command is not null)
        {
            json["command"] = remedy.Command;
        }

        return json;
    }
}
