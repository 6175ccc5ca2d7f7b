using System.Text.Json.Nodes;
using Kctl.App;

namespace Kctl.Printing.GoTemplates;

/// <summary>
/// The templates of <c>-o go-template</c>: the common core of Go's text/template (fields, variables, pipelines, if, range, with, define, and the
/// functions kubectl has), over objects as JSON. Numbers are compared by value, whichever way they are written.
/// </summary>
internal sealed class GoTemplate
{
    private readonly string _text;
    private readonly bool _allowMissingKeys;
    private readonly TemplateParser _parsed;

    private GoTemplate(string text, bool allowMissingKeys)
    {
        _text = text;
        _allowMissingKeys = allowMissingKeys;
        _parsed = TemplateParser.Parse(text);
    }

    /// <summary>Reads a template; throws <see cref="CommandException"/>.</summary>
    public static GoTemplate Parse(string text, bool allowMissingKeys = true)
    {
        try
        {
            return new GoTemplate(text, allowMissingKeys);
        }
        catch (GoTemplateException e)
        {
            throw new CommandException($"error parsing template {text}, template: output:{e.Line}: {e.Message}", e);
        }
    }

    /// <summary>The template filled in from an object; throws <see cref="CommandException"/>.</summary>
    public string Evaluate(JsonNode? root)
    {
        try
        {
            return new TemplateRunner(_parsed, root, _allowMissingKeys).Run();
        }
        catch (GoTemplateException e)
        {
            throw new CommandException($"error executing template \"{_text}\": {e.Message}", e);
        }
    }
}

/// <summary>A template cannot be read, or not be filled in.</summary>
internal sealed class GoTemplateException(string message, int line = 1) : Exception(message)
{
    public int Line { get; } = line;
}
