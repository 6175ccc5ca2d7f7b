using Kctl.Api;

namespace Kctl.Explain;

/// <summary>Writes what a schema says, laid out as kubectl does.</summary>
internal sealed class ExplainText(TextWriter output)
{
    private const int Width = 80;
    private const int DeepestLevel = 30;

    /// <summary>The kind, and the field where one was asked for.</summary>
    public void Heading(ResourceType type, string? field, ApiSchema schema)
    {
        if (type.Group.Length > 0)
        {
            output.WriteLine($"GROUP:      {type.Group}");
        }

        output.WriteLine($"KIND:       {type.Kind}");
        output.WriteLine($"VERSION:    {type.Version}");
        output.WriteLine();
        if (field is not null)
        {
            output.WriteLine($"FIELD: {field} <{schema.TypeName()}>");
            WriteEnum(schema, "");
            output.WriteLine();
            output.WriteLine();
        }
    }

    /// <summary>The description and the fields, with descriptions or as a tree.</summary>
    public void Body(ApiSchema schema, bool recursive)
    {
        output.WriteLine("DESCRIPTION:");
        var descriptions = schema.Descriptions().ToList();
        descriptions.ForEach(d => Wrap(d, 4));
        if (descriptions.Count == 0)
        {
            output.WriteLine("    <empty>");
        }

        output.WriteLine("    ");
        var fields = schema.Fields.ToList();
        if (fields.Count > 0)
        {
            output.WriteLine("FIELDS:");
            if (recursive)
            {
                Tree(schema, 2);
            }
            else
            {
                fields.ForEach(f => Field(schema, f));
            }
        }

        output.WriteLine();
    }

    private void Field(ApiSchema schema, string name)
    {
        var field = schema.Field(name)!;
        output.WriteLine($"  {name}\t<{field.TypeName()}>{(schema.Required.Contains(name) ? " -required-" : "")}");
        WriteEnum(field, "  ");
        foreach (var description in field.Descriptions().Take(1))
        {
            Wrap(description, 4);
        }

        output.WriteLine();
    }

    private void Tree(ApiSchema schema, int indent)
    {
        foreach (var name in schema.Fields)
        {
            var field = schema.Field(name)!;
            output.WriteLine($"{new string(' ', indent)}{name}\t<{field.TypeName()}>{(schema.Required.Contains(name) ? " -required-" : "")}");
            WriteEnum(field, new string(' ', indent));
            if (indent < 2 * DeepestLevel && field.TypeName() != schema.TypeName())
            {
                Tree(field, indent + 2);
            }
        }
    }

    private void WriteEnum(ApiSchema schema, string indent)
    {
        if (schema.Enum is { Count: > 0 } values)
        {
            output.WriteLine($"{indent}enum: {string.Join(", ", values)}");
        }
    }

    private void Wrap(string text, int indent)
    {
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.Length > 0 && indent + line.Length + 1 + word.Length > Width)
                {
                    output.WriteLine(new string(' ', indent) + line);
                    line = "";
                }

                line = line.Length == 0 ? word : $"{line} {word}";
            }

            output.WriteLine(new string(' ', indent) + line);
        }
    }
}
