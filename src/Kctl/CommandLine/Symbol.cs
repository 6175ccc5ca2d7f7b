namespace Kctl.CommandLine;

/// <summary>A part of the command line: a command, a flag or a word.</summary>
internal abstract class Symbol(string name)
{
    public string Name { get; } = name;

    public string? Description { get; set; }

    /// <summary>Works, but help and completion do not show it.</summary>
    public bool Hidden { get; set; }
}
