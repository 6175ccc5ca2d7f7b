using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Completing;

/// <summary>One word to offer, and what it means.</summary>
internal sealed record Candidate(string Word, string? Description = null);

/// <summary>What may stand where the user is typing: commands, flags, and from the cluster kinds, names, namespaces and containers.</summary>
internal sealed class Completer(RootCommand root, Session session)
{
    private readonly ClusterWords _cluster = new(session);

    /// <summary>The candidates for the last word, which may be empty; null where files are to be offered.</summary>
    public async Task<IReadOnlyList<Candidate>?> CompleteAsync(IReadOnlyList<string> words, CancellationToken ct)
    {
        var typed = words.Count > 0 ? words[^1] : "";
        ParseResult parse;
        try
        {
            parse = Parser.Parse(root, [.. words.SkipLast(1)]);
        }
        catch (MissingValueException e)
        {
            session.Bind(e.Before);
            return await ValuesAsync(e.Option, e.Before, typed, "", ct);
        }

        session.Bind(parse);
        if (parse.WordsBeforeDash is not null)
        {
            return null;
        }

        if (typed.StartsWith('-'))
        {
            return FlagWithValue(parse.Command, typed) is (var option, var start) ? await ValuesAsync(option, parse, typed[start..], typed[..start], ct) : FlagNames(parse);
        }

        return await WordAsync(parse, typed, ct);
    }

    /// <summary>The flag whose value is being typed in the same word, and where the value begins.</summary>
    private static (Option Option, int Start)? FlagWithValue(Command command, string typed)
    {
        var equals = typed.IndexOf('=');
        var isLong = typed.StartsWith("--", StringComparison.Ordinal);
        var name = isLong ? equals < 0 ? null : typed[..equals] : typed.Length > 2 ? typed[..2] : null;
        return name is not null && command.FindOption(name) is { } option && (equals >= 0 || option.ValueIfAlone is null)
            ? (option, equals == 2 || isLong ? equals + 1 : 2)
            : null;
    }

    private static List<Candidate> FlagNames(ParseResult parse)
    {
        var found = new List<Candidate>();
        for (var command = parse.Command; command is not null; command = command.Parent)
        {
            var level = command;
            var options = level.Options.Where(o => (!o.Hidden || o.Name == "--help") && (level == parse.Command || o.Recursive));
            found.AddRange(options.Where(o => o.Kind == ValueKind.List || !parse.Has(o)).Select(o => new Candidate(o.Name, o.Description)));
        }

        return found;
    }

    private async Task<IReadOnlyList<Candidate>?> ValuesAsync(Option option, ParseResult parse, string typed, string before, CancellationToken ct)
    {
        var own = option.Completes is { } completes ? (await completes(new CompletionRequest(parse, typed), ct)).Select(w => new Candidate(w)) : null;
        var values = own ?? await FlagValues.OfAsync(option, parse, session, _cluster, ct);
        return values?.Select(v => v with { Word = before + v.Word }).ToList();
    }

    private async Task<IReadOnlyList<Candidate>?> WordAsync(ParseResult parse, string typed, CancellationToken ct)
    {
        var command = parse.Command;
        if (parse.Words.Count == 0 && command.Subcommands.Count > 0)
        {
            return [.. command.Subcommands.Where(c => !c.Hidden).Select(c => new Candidate(c.Name, c.Description))];
        }

        var position = parse.Words.Count;
        foreach (var argument in command.Arguments)
        {
            if (!argument.TakesMany && position-- > 0)
            {
                continue;
            }

            return argument.Completes is { } completes
                ? [.. (await completes(new CompletionRequest(parse, typed), ct)).Select(w => new Candidate(w))]
                : await ArgumentWords.OfAsync(argument, parse.Words, typed, _cluster, ct);
        }

        return [];
    }
}
