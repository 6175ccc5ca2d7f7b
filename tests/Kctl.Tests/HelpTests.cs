using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Tests;

/// <summary>The help of every verb there is, and of the verbs below it.</summary>
public sealed class HelpTests
{
    public static TheoryData<string> Verbs()
    {
        var data = new TheoryData<string>();
        foreach (var verb in Below(Root()))
        {
            data.Add(verb.Path);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Help_OfVerb_HasExamplesThatAreUnderstood(string path)
    {
        var verb = Assert.IsType<Verb>(Below(Root()).Single(v => v.Path == path));
        Assert.False(string.IsNullOrWhiteSpace(verb.Description));
        Assert.NotEmpty(verb.Examples);
        var commands = verb.Examples.Select(e => Commands(e).ToList()).ToList();
        Assert.All(commands, Assert.NotEmpty);
        Assert.Contains(commands, c => c.Any(name => name.StartsWith(path, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Options_OfVerb_HaveNamesOfTheirOwn(string path)
    {
        var verb = Below(Root()).Single(v => v.Path == path);
        var names = verb.Options.SelectMany(o => o.Aliases.Append(o.Name)).ToList();
        Assert.Equal(names.Distinct(), names);
        Assert.All(verb.Options, o => Assert.False(string.IsNullOrEmpty(o.Description), o.Name));
    }

    private static RootCommand Root() => new(new Session(new TestTerminal().Terminal));

    private static IEnumerable<Command> Below(Command command) => command.Subcommands.SelectMany(c => Below(c).Prepend(c));

    /// <summary>The commands of kctl in a line, each of which must be one that would run.</summary>
    private static IEnumerable<string> Commands(string line)
    {
        foreach (var part in line.Split(" | ").Where(p => p.Contains("kctl ")))
        {
            var parse = Parser.Parse(Root(), Words(part)[1..]);
            parse.Check();
            yield return parse.Command.Path;
        }
    }

    /// <summary>The words of a line as a shell would pass them to kctl: from its name on, up to a pipe or a redirection.</summary>
    private static string[] Words(string line)
    {
        var start = line.IndexOf("kctl", StringComparison.Ordinal);
        var (words, word, quote) = (new List<string>(), (string?)null, '\0');
        foreach (var c in line[start..])
        {
            if (quote == '\0' && c is '|' or '>' or ')' or ';' or '&')
            {
                break;
            }

            if (quote == '\0' && c is '\'' or '"')
            {
                (quote, word) = (c, word ?? "");
            }
            else if (c == quote)
            {
                quote = '\0';
            }
            else if (c == ' ' && quote == '\0')
            {
                words.AddRange(word is null ? [] : [word]);
                word = null;
            }
            else
            {
                word += c;
            }
        }

        return word is null ? [.. words] : [.. words, word];
    }
}
