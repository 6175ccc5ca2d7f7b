using System.Globalization;
using System.Text;

namespace Kube.Machinery.Yaml;

/// <summary>Finds the line of a field in a document: for messages about fields that a server refused.</summary>
public static class YamlFieldLines
{
    /// <summary>
    /// The line of a field such as <c>spec.containers[0].image</c> or <c>metadata.labels[a.b/c]</c>; of one that is not there, of the nearest above it.
    /// </summary>
    public static int LineOf(this YamlTree tree, string path)
    {
        var line = tree.Line;
        foreach (var step in Steps(path))
        {
            if (tree.Shape == YamlShape.Sequence)
            {
                if (!int.TryParse(step, CultureInfo.InvariantCulture, out var index) || index < 0 || index >= tree.Items.Count)
                {
                    break;
                }

                tree = tree.Items[index];
                line = tree.Line;
            }
            else if (tree.Entries.FirstOrDefault(e => e.Key == step) is { } entry)
            {
                (tree, line) = (entry.Value, entry.Line);
            }
            else
            {
                break;
            }
        }

        return line;
    }

    private static List<string> Steps(string path)
    {
        var steps = new List<string>();
        var step = new StringBuilder();
        var inBrackets = false;
        foreach (var c in path + ".")
        {
            if (inBrackets ? c != ']' : c is not ('.' or '['))
            {
                step.Append(c);
                continue;
            }

            inBrackets = c == '[';
            if (step.Length > 0)
            {
                steps.Add(step.ToString());
                step.Clear();
            }
        }

        return steps;
    }
}
