using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kube.Machinery.JsonPath;

namespace Kctl.Wait;

/// <summary>The state to wait for. Pure.</summary>
internal sealed class WaitGoal
{
    private readonly Func<JsonObject?, bool> _isMet;

    private WaitGoal(Func<JsonObject?, bool> isMet) => _isMet = isMet;

    public bool IsDeletion { get; private init; }

    /// <summary>False where an absent object may still come, or is what is wanted.</summary>
    public bool NeedsObject { get; private init; }

    public static WaitGoal Parse(string text)
    {
        if (text is "delete")
        {
            return new WaitGoal(obj => obj is null) { IsDeletion = true };
        }

        if (text is "create")
        {
            return new WaitGoal(obj => obj is not null);
        }

        if (text.StartsWith("condition=", StringComparison.Ordinal))
        {
            var parts = text["condition=".Length..].Split('=', 2);
            return Condition(parts[0], parts.Length == 2 ? parts[1] : "True");
        }

        if (text.StartsWith("jsonpath=", StringComparison.Ordinal))
        {
            return JsonPath(text["jsonpath=".Length..]);
        }

        throw new CommandException($"unrecognized condition: \"{text}\"{Suggestion.Tail(text.Split('=')[0], ["condition", "delete", "create", "jsonpath"])}");
    }

    public bool IsMet(JsonObject? obj) => _isMet(obj);

    private static WaitGoal Condition(string type, string status) => new(obj =>
    {
        var condition = obj.Objects("status", "conditions").FirstOrDefault(c => string.Equals(c.Text("type"), type, StringComparison.OrdinalIgnoreCase));
        var seen = condition.Number("observedGeneration") ?? obj.Number("status", "observedGeneration");
        var stale = seen is { } generation && generation < (obj.Number("metadata", "generation") ?? 0);
        return condition is not null && !stale && string.Equals(condition.Text("status"), status, StringComparison.OrdinalIgnoreCase);
    })
    { NeedsObject = true };

    private static WaitGoal JsonPath(string text)
    {
        var brace = text.LastIndexOf('}');
        var equals = text.IndexOf('=', Math.Max(brace, 0));
        var path = (equals < 0 ? text : text[..equals]).Trim('\'', '"');
        var value = equals < 0 ? null : text[(equals + 1)..].Trim('\'', '"');
        JsonPathTemplate template;
        try
        {
            template = JsonPathTemplate.ParseRelaxed(path);
        }
        catch (JsonPathException e)
        {
            throw new CommandException($"--for=jsonpath: {e.Message}", e);
        }

        return new WaitGoal(obj => template.Select(obj).SelectMany(v => v).ToList() is { Count: > 0 } found && (value is null || found.All(v => JsonPathTemplate.Print(v) == value))) { NeedsObject = true };
    }
}
