using System.Globalization;
using System.Text;

namespace Kube.Hosting;

/// <summary>One named metric with a value (or several numbers) for each combination of label values.</summary>
internal abstract class MetricFamily(string name, string help, string type, IReadOnlyList<string> labels)
{
    public string Name => name;

    public void WriteTo(TextWriter output)
    {
        output.Write($"# HELP {name} {help.Replace("\\", "\\\\").Replace("\n", "\\n")}\n# TYPE {name} {type}\n");
        WriteValues(output);
    }

    protected abstract void WriteValues(TextWriter output);

    protected static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    /// <summary>The text between the braces for these label values; it is also the key of the value.</summary>
    protected string LabelText(ReadOnlySpan<string> values)
    {
        if (values.Length != labels.Count)
        {
            throw new ArgumentException($"{name} has {labels.Count} labels, got {values.Length} values");
        }

        if (values.Length == 0)
        {
            return "";
        }

        var text = new StringBuilder();
        for (var i = 0; i < values.Length; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(labels[i]).Append("=\"")
                .Append(values[i].Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n")).Append('"');
        }

        return text.ToString();
    }
}
