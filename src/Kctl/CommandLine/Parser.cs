using Kctl.App;

namespace Kctl.CommandLine;

/// <summary>
/// Reads a command line as kubectl does: flags stand anywhere among the words (<c>--flag value</c>, <c>--flag=value</c>, <c>-o json</c>, <c>-ojson</c>,
/// <c>-it</c>, <c>--switch=false</c>), also before the command; after <c>--</c> nothing is a flag.
/// </summary>
internal sealed class Parser
{
    private const string Dash = "--";

    private readonly IReadOnlyList<string> _args;
    private readonly HashSet<int> _commandWords = [];
    private readonly List<string> _words = [];
    private readonly List<(Option Option, string Text)> _flags = [];
    private readonly Command _command;
    private int? _dash;
    private int _next;

    private Parser(Command root, IReadOnlyList<string> args)
    {
        _args = args;
        _command = Resolve(root);
    }

    /// <summary>Reads a command line; throws <see cref="CommandException"/> where a flag is not known, lacks its value or has a wrong one.</summary>
    public static ParseResult Parse(Command root, IReadOnlyList<string> args) => new Parser(root, args).Read();

    /// <summary>Goes down from command to command until a word is none.</summary>
    private Command Resolve(Command command)
    {
        for (var i = 0; i < _args.Count && _args[i] != Dash; i++)
        {
            if (IsFlag(_args[i]))
            {
                i += TakesNext(command, i) ? 1 : 0;
            }
            else if (command.Find(_args[i]) is { } below)
            {
                command = below;
                _commandWords.Add(i);
            }
            else
            {
                break;
            }
        }

        return command;
    }

    /// <summary>True where the word after a flag is its value. Of a flag that only a command further down knows it is taken for one unless it names a command.</summary>
    private bool TakesNext(Command command, int at)
    {
        var text = _args[at];
        if (text.Contains('=') || at + 1 >= _args.Count)
        {
            return false;
        }

        var isLong = text.StartsWith(Dash, StringComparison.Ordinal);
        var option = command.FindOption(isLong ? text : text[..2]);
        return option is null
            ? (isLong || text.Length == 2) && !IsFlag(_args[at + 1]) && command.Find(_args[at + 1]) is null
            : option.ValueIfAlone is null && (isLong || text.Length == 2);
    }

    private ParseResult Read()
    {
        while (_next < _args.Count)
        {
            var text = _args[_next++];
            if (_commandWords.Contains(_next - 1))
            {
                continue;
            }

            if (text == Dash)
            {
                _dash = _words.Count;
                _words.AddRange(_args.Skip(_next));
                break;
            }

            ReadWord(text);
        }

        var result = new ParseResult(_command, _words, _dash);
        foreach (var (option, value) in _flags)
        {
            result.Set(option, value);
        }

        return result;
    }

    private void ReadWord(string text)
    {
        if (!IsFlag(text))
        {
            _words.Add(text);
        }
        else if (text.StartsWith(Dash, StringComparison.Ordinal))
        {
            ReadLong(text);
        }
        else
        {
            ReadShort(text);
        }
    }

    private void ReadLong(string text)
    {
        var equals = text.IndexOf('=');
        var name = equals < 0 ? text : text[..equals];
        var option = _command.FindOption(name) ?? throw new CommandException(CommandLineProblem.UnknownFlag(_command, name));
        var value = equals >= 0 ? text[(equals + 1)..] : option.ValueIfAlone ?? TakeNext(option, name);
        _flags.Add((option, value));
    }

    /// <summary>One or more letters after one dash; the first that needs a value has all that follows as its value.</summary>
    private void ReadShort(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            var option = _command.FindOption("-" + text[i]) ?? throw new CommandException(CommandLineProblem.UnknownLetter(_command, text[i], text));
            var rest = text[(i + 1)..];
            if (rest.StartsWith('='))
            {
                _flags.Add((option, rest[1..]));
                return;
            }

            if (option.ValueIfAlone is { } alone)
            {
                _flags.Add((option, alone));
                continue;
            }

            _flags.Add((option, rest.Length > 0 ? rest : TakeNext(option, $"'{text[i]}' in {text}")));
            return;
        }
    }

    private string TakeNext(Option option, string name) => _next < _args.Count ? _args[_next++] : throw new MissingValueException(option, name, Read());

    private static bool IsFlag(string text) => text.Length > 1 && text[0] == '-';
}
