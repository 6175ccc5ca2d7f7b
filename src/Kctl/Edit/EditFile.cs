using System.Text;
using System.Text.Json.Nodes;
using Kctl.App;
using Kctl.Printing;
using Kube.Machinery.Yaml;

namespace Kctl.Edit;

/// <summary>The text a user edits: objects under a heading of comments that says how to go on, and what was wrong the last time. Pure.</summary>
internal static class EditFile
{
    private const string Heading =
        "# Please edit the object below. Lines beginning with a '#' will be ignored,\n"
        + "# and an empty file will abort the edit. If an error occurs while saving this file will be\n"
        + "# reopened with the relevant failures.\n#\n";

    /// <summary>The objects as text; more than one as a List.</summary>
    public static string Body(IReadOnlyList<JsonObject> objects, bool asJson)
    {
        JsonObject root = objects.Count == 1 ? objects[0] : new JsonObject
        {
            ["apiVersion"] = "v1",
            ["items"] = new JsonArray([.. objects.Select(o => o.DeepClone())]),
            ["kind"] = "List",
            ["metadata"] = new JsonObject(),
        };
        return asJson ? JsonText.Pretty(root) + "\n" : YamlJson.Write(root);
    }

    /// <summary>The whole file.</summary>
    public static string With(string body, IEnumerable<string> problems)
    {
        var text = new StringBuilder(Heading);
        foreach (var problem in problems)
        {
            foreach (var line in problem.ReplaceLineEndings("\n").Split('\n'))
            {
                text.Append("# ").Append(line).Append('\n');
            }

            text.Append("#\n");
        }

        return text.Append(body).ToString();
    }

    /// <summary>What the user made of it, without the comments.</summary>
    public static string WithoutComments(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Split('\n').Where(l => !l.TrimStart().StartsWith('#')).Select(l => l + "\n")).TrimEnd('\n') is { Length: > 0 } body ? body + "\n" : "";

    /// <summary>The objects of an edited text; throws <see cref="CommandException"/> where it is not well-formed.</summary>
    public static IReadOnlyList<JsonObject> Read(string body)
    {
        try
        {
            return [.. Manifests.ManifestReader.Parse(Encoding.UTF8.GetBytes(body), "the edited file").Select(m => m.Object)];
        }
        catch (CommandException e)
        {
            throw new CommandException($"The edited file had a syntax error: {e.Message}", e);
        }
    }
}
