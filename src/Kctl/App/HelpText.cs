using Kctl.CommandLine;

namespace Kctl.App;

/// <summary>The help of a verb: what it does, examples, and its flags in columns.</summary>
internal static class HelpText
{
    public static void Write(Command command, TextWriter output)
    {
        output.WriteLine(command.Description);
        if (command is Verb { Examples.Count: > 0 } verb)
        {
            output.WriteLine();
            output.WriteLine("Examples:");
            foreach (var example in verb.Examples)
            {
                output.WriteLine($"  {example}");
            }
        }

        output.WriteLine();
        var arguments = string.Concat(command.Arguments.Where(a => !a.Hidden).Select(a => $" [{a.Name}]"));
        output.WriteLine("Usage:");
        output.WriteLine(command.Subcommands.Count > 0 ? $"  {command.Path} COMMAND [options]" : $"  {command.Path}{arguments} [options]");
        Section(output, "Aliases:", command.Aliases.Select(a => (a, "")));
        Section(output, "Commands:", command.Subcommands.Where(c => !c.Hidden).Select(c => (c.Name, c.Description ?? "")));
        Section(output, "Arguments:", command.Arguments.Where(a => !a.Hidden && a.Description is not null).Select(a => (a.Name, a.Description!)));
        var own = command.Options.Where(o => !o.Hidden && !o.Recursive).ToList();
        Section(output, "Options:", own.Select(Describe));
        if (command.Parent is null)
        {
            WriteOptions(command.Options.Where(o => !o.Hidden), output, "Options of every command:");
        }
        else
        {
            output.WriteLine();
            output.WriteLine("Options of every command, such as --namespace and --context: kctl options");
        }
    }

    /// <summary>Options in columns, under a title where there is one.</summary>
    public static void WriteOptions(IEnumerable<Option> options, TextWriter output, string? title = null) => Section(output, title, options.Select(Describe));

    private static (string, string) Describe(Option option)
    {
        var names = option.Aliases.Where(a => a.Length == 2).Append(option.Name);
        var value = option.Kind == ValueKind.Switch ? "" : " " + (option.HelpName ?? "VALUE");
        return ((option.Aliases.Any(a => a.Length == 2) ? "" : "    ") + string.Join(", ", names) + value, option.Description ?? "");
    }

    private static void Section(TextWriter output, string? title, IEnumerable<(string Name, string Text)> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
        {
            return;
        }

        output.WriteLine();
        if (title is not null)
        {
            output.WriteLine(title);
        }

        var width = Math.Min(38, all.Max(l => l.Name.Length));
        foreach (var (name, text) in all)
        {
            output.WriteLine($"  {name.PadRight(width)}  {text}".TrimEnd());
        }
    }
}
