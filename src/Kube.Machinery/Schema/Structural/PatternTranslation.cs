using System.Globalization;
using System.Text;

namespace Kube.Machinery.Schema.Structural;

/// <summary>
/// Rewrites a pattern in the syntax Kubernetes takes (RE2: linear time, no look-around, no back references) into .NET's where the two differ,
/// and refuses patterns whose repetitions multiply to more than an automaton should hold.
/// </summary>
internal ref struct PatternTranslation
{
    private const int MaximumRepeat = 1000;
    private const long MaximumSize = 20_000;
    private const int MaximumDepth = 200;
    private const int MaximumLength = 20_000;

    private readonly ReadOnlySpan<char> _text;
    private readonly StringBuilder _output = new();
    private int _at;
    private bool _isMultiline;

    private PatternTranslation(ReadOnlySpan<char> text) => _text = text;

    /// <summary>The pattern for .NET; throws <see cref="FormatException"/>. What it lets through may still be refused by the compiler.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="size">About how many states its automaton has.</param>
    public static string Of(string pattern, out long size)
    {
        if (pattern.Length > MaximumLength)
        {
            throw new FormatException($"it is longer than {MaximumLength} characters");
        }

        var translation = new PatternTranslation(pattern);
        size = translation.Alternatives(0);
        if (translation._at < pattern.Length)
        {
            throw new FormatException("it has a closing parenthesis too many");
        }

        return translation._output.ToString();
    }

    /// <summary>Everything up to the end of the group; the size of the automaton it makes.</summary>
    private long Alternatives(int depth)
    {
        if (depth > MaximumDepth)
        {
            throw new FormatException($"it is nested deeper than {MaximumDepth} groups");
        }

        long size = 0;
        while (_at < _text.Length && _text[_at] != ')')
        {
            size += Atom(depth) * Repetition();
            if (size > MaximumSize)
            {
                throw new FormatException("its repetitions make it too large");
            }
        }

        return Math.Max(size, 1);
    }

    private long Atom(int depth)
    {
        var sign = _text[_at++];
        switch (sign)
        {
            case '(':
                return Group(depth);
            case '[':
                Class();
                return 1;
            case '\\':
                Escape(inClass: false);
                return 1;
            case '$':
                _output.Append(_isMultiline ? "$" : "\\z");
                return 1;
            case '{' when !IsRepetition(_at - 1):
                _output.Append("\\{");
                return 1;
            default:
                _output.Append(sign);
                return 1;
        }
    }

    private long Group(int depth)
    {
        _output.Append('(');
        if (_text[_at..].StartsWith("?P<"))
        {
            _output.Append("?<");
            _at += 3;
        }
        else if (_text[_at..].StartsWith("?"))
        {
            Flags();
        }

        var size = Alternatives(depth + 1);
        if (_at >= _text.Length)
        {
            throw new FormatException("a group is not closed");
        }

        _at++;
        _output.Append(')');
        return size;
    }

    // Such as ?: and ?i: and ?is-m: ; anything else within is no RE2.
    private void Flags()
    {
        _output.Append(_text[_at++]);
        while (_at < _text.Length && _text[_at] is 'i' or 's' or 'm' or '-')
        {
            _isMultiline |= _text[_at] == 'm';
            _output.Append(_text[_at++]);
        }

        if (_at >= _text.Length || _text[_at] is not (':' or ')' or '<'))
        {
            throw new FormatException("a group begins in a way that is not supported");
        }

        if (_text[_at] == '<' && (_at + 1 >= _text.Length || _text[_at + 1] is '=' or '!'))
        {
            throw new FormatException("looking behind is not supported");
        }

        if (_text[_at] != ')')
        {
            _output.Append(_text[_at++]);
        }
    }

    private void Class()
    {
        _output.Append('[');
        if (_at < _text.Length && _text[_at] == '^')
        {
            _output.Append(_text[_at++]);
        }

        for (var first = true; ; first = false)
        {
            if (_at >= _text.Length)
            {
                throw new FormatException("a class of characters is not closed");
            }

            var sign = _text[_at++];
            if (sign == ']' && !first)
            {
                _output.Append(']');
                return;
            }

            switch (sign)
            {
                case '\\':
                    Escape(inClass: true);
                    break;
                case '[' when _at < _text.Length && _text[_at] == ':':
                    Posix();
                    break;
                case '[' or ']':
                    _output.Append('\\').Append(sign);
                    break;
                default:
                    _output.Append(sign);
                    break;
            }
        }
    }

    private void Posix()
    {
        var end = _text[_at..].IndexOf(":]");
        var name = end < 0 ? "" : _text[(_at + 1)..(_at + end)].ToString();
        _output.Append(name switch
        {
            "alnum" => "0-9A-Za-z",
            "alpha" => "A-Za-z",
            "digit" => "0-9",
            "lower" => "a-z",
            "upper" => "A-Z",
            "word" => "0-9A-Za-z_",
            "xdigit" => "0-9A-Fa-f",
            "space" => "\\t-\\r ",
            "blank" => "\\t ",
            "punct" => "!-/:-@\\[-`{-~",
            "cntrl" => "\\x00-\\x1f\\x7f",
            "graph" => "!-~",
            "print" => " -~",
            "ascii" => "\\x00-\\x7f",
            _ => throw new FormatException("a class of characters has a name that is not known"),
        });
        _at += end + 2;
    }

    private void Escape(bool inClass)
    {
        if (_at >= _text.Length)
        {
            throw new FormatException("it ends in a backslash");
        }

        var sign = _text[_at++];
        switch (sign)
        {
            case 'd' or 'w' or 's':
                var set = sign == 'd' ? "0-9" : sign == 'w' ? "0-9A-Za-z_" : "\\t\\n\\f\\r ";
                _output.Append(inClass ? set : $"[{set}]");
                break;
            case 'D' or 'W' or 'S' when !inClass:
                _output.Append(sign == 'D' ? "[^0-9]" : sign == 'W' ? "[^0-9A-Za-z_]" : "[^\\t\\n\\f\\r ]");
                break;
            case 'p' or 'P' when _at < _text.Length && _text[_at] != '{':
                _output.Append('\\').Append(sign).Append('{').Append(_text[_at++]).Append('}');
                break;
            case 'Q':
                Literal();
                break;
            case >= '1' and <= '9':
                throw new FormatException("back references are not supported");
            case 'z' or 'A' or 'b' or 'B' or 'p' or 'P' or 'n' or 't' or 'r' or 'f' or 'v' or 'a' or 'x' or '0' or 'D' or 'W' or 'S':
                _output.Append('\\').Append(sign);
                break;
            default:
                if (char.IsAsciiLetter(sign))
                {
                    throw new FormatException($"\\{sign} is not supported");
                }

                _output.Append(char.IsAscii(sign) && sign != '_' ? "\\" : "").Append(sign);
                break;
        }
    }

    private void Literal()
    {
        var end = _text[_at..].IndexOf("\\E");
        var text = end < 0 ? _text[_at..] : _text.Slice(_at, end);
        _output.Append(System.Text.RegularExpressions.Regex.Escape(text.ToString()));
        _at += text.Length + (end < 0 ? 0 : 2);
    }

    /// <summary>How often what came before may be there, in states of an automaton.</summary>
    private long Repetition()
    {
        long times = 1;
        while (_at < _text.Length && (_text[_at] is '*' or '+' or '?' || IsRepetition(_at)))
        {
            if (_text[_at] != '{')
            {
                _output.Append(_text[_at++]);
                continue;
            }

            var end = _at + _text[_at..].IndexOf('}') + 1;
            foreach (var bound in _text[(_at + 1)..(end - 1)].ToString().Split(','))
            {
                if (bound.Length > 0 && (!int.TryParse(bound, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > MaximumRepeat))
                {
                    throw new FormatException($"it repeats something more than {MaximumRepeat} times");
                }

                times = Math.Max(times, bound.Length == 0 ? 1 : int.Parse(bound, CultureInfo.InvariantCulture));
            }

            _output.Append(_text[_at..end]);
            _at = end;
        }

        return times;
    }

    // {3}, {3,} or {3,5}; anything else in braces is text.
    private readonly bool IsRepetition(int at)
    {
        if (at >= _text.Length || _text[at] != '{')
        {
            return false;
        }

        var end = _text[at..].IndexOf('}');
        var inner = end < 0 ? [] : _text[(at + 1)..(at + end)];
        if (inner.Length == 0 || !char.IsAsciiDigit(inner[0]) || inner.Count(',') > 1)
        {
            return false;
        }

        foreach (var sign in inner)
        {
            if (!char.IsAsciiDigit(sign) && sign != ',')
            {
                return false;
            }
        }

        return true;
    }
}
