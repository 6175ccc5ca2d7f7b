using System.Text;

namespace Kctl.Printing.GoTemplates;

/// <summary>One word of an action.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; of a string, what it stands for.</param>
/// <param name="Spaced">True where a blank stands before it.</param>
internal readonly record struct Token(TokenKind Kind, string Text, bool Spaced);

internal enum TokenKind
{
    End,
    Field,
    Dot,
    Variable,
    Word,
    Number,
    Text,
    Sign,
}

/// <summary>A stretch of a template: text, or the words of an action.</summary>
internal sealed record Chunk(string? Text, IReadOnlyList<Token> Tokens, int Line);

/// <summary>Cuts a template into text and actions, and actions into words. Comments vanish, and blanks that <c>{{-</c> and <c>-}}</c> trim.</summary>
internal sealed class TemplateLexer
{
    private readonly string _text;
    private int _at;

    private TemplateLexer(string text)
    {
        _text = text;
    }

    public static List<Chunk> Cut(string text)
    {
        var lexer = new TemplateLexer(text);
        var chunks = new List<Chunk>();
        var trim = false;
        while (lexer._at < text.Length)
        {
            var open = text.IndexOf("{{", lexer._at, StringComparison.Ordinal);
            var before = open < 0 ? text[lexer._at..] : text[lexer._at..open];
            before = trim ? before.TrimStart() : before;
            if (open < 0)
            {
                chunks.Add(new Chunk(before, [], lexer.Line));
                break;
            }

            lexer._at = open + 2;
            var trimsLeft = lexer.Follows("- ") || lexer.Follows("-\n") || lexer.Follows("-\t");
            chunks.Add(new Chunk(trimsLeft ? before.TrimEnd() : before, [], lexer.Line));
            lexer._at += trimsLeft ? 2 : 0;
            var line = lexer.Line;
            var tokens = lexer.Action(out trim);
            if (tokens is not null)
            {
                chunks.Add(new Chunk(null, tokens, line));
            }
        }

        return chunks;
    }

    private int Line => 1 + _text.AsSpan(0, Math.Min(_at, _text.Length)).Count('\n');

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    /// <summary>The words up to the end of the action; null for a comment.</summary>
    private List<Token>? Action(out bool trimsRight)
    {
        var comment = _text.AsSpan(_at).TrimStart().StartsWith("/*");
        if (comment)
        {
            var end = _text.IndexOf("*/", _at, StringComparison.Ordinal);
            _at = end < 0 ? throw new GoTemplateException("unclosed comment", Line) : end + 2;
        }

        var tokens = new List<Token>();
        while (true)
        {
            var start = _at;
            while (char.IsWhiteSpace(Current))
            {
                _at++;
            }

            trimsRight = _at > start && Follows("-}}");
            if (trimsRight || Follows("}}"))
            {
                _at += trimsRight ? 3 : 2;
                return comment ? null : tokens;
            }

            if (_at >= _text.Length || comment)
            {
                throw new GoTemplateException(comment ? "comment ends before closing delimiter" : "unclosed action", Line);
            }

            tokens.Add(Next(_at > start));
        }
    }

    private bool Follows(string text) => string.CompareOrdinal(_text, _at, text, 0, text.Length) == 0;

    private Token Next(bool spaced)
    {
        var c = Current;
        switch (c)
        {
            case '"' or '\'':
                var text = Quoted(c);
                return c == '"' ? new Token(TokenKind.Text, text, spaced) : new Token(TokenKind.Number, $"{(text.Length > 0 ? char.ConvertToUtf32(text, 0) : 0)}", spaced);
            case '`':
                var end = _text.IndexOf('`', _at + 1);
                var raw = end < 0 ? throw new GoTemplateException("unterminated raw quoted string", Line) : _text[(_at + 1)..end];
                _at = end + 1;
                return new Token(TokenKind.Text, raw, spaced);
            case '.' when !IsWord(_at + 1):
                _at++;
                return new Token(TokenKind.Dot, ".", spaced);
            case '.' when !char.IsAsciiDigit(_text[_at + 1]):
                _at++;
                return new Token(TokenKind.Field, Word(), spaced);
            case '$':
                _at++;
                return new Token(TokenKind.Variable, "$" + Word(), spaced);
            case ':' when Follows(":="):
                _at += 2;
                return new Token(TokenKind.Sign, ":=", spaced);
            case '|' or '(' or ')' or ',' or '=':
                _at++;
                return new Token(TokenKind.Sign, c.ToString(), spaced);
            case '-' or '+' or '.' or (>= '0' and <= '9'):
                return new Token(TokenKind.Number, Number(), spaced);
            default:
                return char.IsLetter(c) || c == '_'
                    ? new Token(TokenKind.Word, Word(), spaced)
                    : throw new GoTemplateException($"unexpected \"{c}\" in operand", Line);
        }
    }

    private bool IsWord(int at) => at < _text.Length && (char.IsLetterOrDigit(_text[at]) || _text[at] == '_');

    private string Word()
    {
        var start = _at;
        while (IsWord(_at))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private string Number()
    {
        var start = _at++;
        while (char.IsLetterOrDigit(Current) || Current is '.' or '_' || (Current is '-' or '+' && _text[_at - 1] is 'e' or 'E'))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private string Quoted(char quote)
    {
        var result = new StringBuilder();
        for (_at++; Current != quote; _at++)
        {
            if (_at >= _text.Length || Current == '\n')
            {
                throw new GoTemplateException("unterminated quoted string", Line);
            }

            result.Append(Current == '\\' ? Escaped() : Current.ToString());
        }

        _at++;
        return result.ToString();
    }

    private string Escaped()
    {
        _at++;
        switch (Current)
        {
            case 'u' or 'x':
                var digits = Current == 'u' ? 4 : 2;
                var code = _at + digits < _text.Length && int.TryParse(_text.AsSpan(_at + 1, digits), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var value)
                    ? value : throw new GoTemplateException("invalid escape in quoted string", Line);
                _at += digits;
                return ((char)code).ToString();
            case 'n':
                return "\n";
            case 't':
                return "\t";
            case 'r':
                return "\r";
            case var other:
                return other.ToString();
        }
    }
}
