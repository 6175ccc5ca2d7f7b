namespace Kube.Machinery.Yaml;

/// <summary>A text is not the YAML or JSON it should be; the message says line and column.</summary>
public sealed class YamlJsonException(string message, int line, int column) : FormatException(message)
{
    /// <summary>Line in the whole text, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>Column, from 1.</summary>
    public int Column { get; } = column;
}
