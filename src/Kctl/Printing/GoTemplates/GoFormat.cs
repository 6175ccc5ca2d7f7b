using System.Globalization;
using System.Text;

namespace Kctl.Printing.GoTemplates;

/// <summary>Go's printf for the verbs templates use: %v %s %d %q %t %x %f %g %e %c %%, with flags, width and precision.</summary>
internal static class GoFormat
{
    public static string Format(string format, ReadOnlySpan<object?> values)
    {
        var result = new StringBuilder();
        var next = 0;
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || i + 1 == format.Length)
            {
                result.Append(format[i]);
                continue;
            }

            var spec = Spec.Read(format, ref i);
            result.Append(spec.Verb == '%' ? "%" : next < values.Length ? spec.Format(values[next++]) : $"%!{spec.Verb}(MISSING)");
        }

        if (next < values.Length)
        {
            result.Append("%!(EXTRA ");
            result.AppendJoin(", ", values[next..].ToArray().Select(v => $"{TypeOf(v)}={GoValue.Print(v)}"));
            result.Append(')');
        }

        return result.ToString();
    }

    private static string TypeOf(object? value) => value switch
    {
        long => "int64",
        double => "float64",
        null => "<nil>",
        bool => "bool",
        string => "string",
        _ => "map[string]interface {}",
    };

    private readonly record struct Spec(string Flags, int Width, int Precision, char Verb)
    {
        public static Spec Read(string format, ref int at)
        {
            var start = ++at;
            while (at < format.Length - 1 && format[at] is '-' or '+' or '0' or ' ' or '#')
            {
                at++;
            }

            var flags = format[start..at];
            var width = Digits(format, ref at);
            var precision = -1;
            if (at < format.Length - 1 && format[at] == '.')
            {
                at++;
                precision = Math.Max(0, Digits(format, ref at));
            }

            return new Spec(flags, width, precision, format[at]);
        }

        public string Format(object? value)
        {
            var text = Plain(value);
            if (Flags.Contains('+') && value is long or double && !text.StartsWith('-'))
            {
                text = "+" + text;
            }

            var width = Math.Max(0, Width);
            return Flags.Contains('-') ? text.PadRight(width)
                : Flags.Contains('0') && value is long or double ? ZeroPadded(text, width)
                : text.PadLeft(width);
        }

        private string Plain(object? value) => (Verb, value) switch
        {
            ('v', null) => "<nil>",
            ('v' or 's', string text) => Precision >= 0 && Precision < text.Length ? text[..Precision] : text,
            ('v', _) => GoValue.Print(value),
            ('s', long or double or bool or null) => Wrong(value),
            ('s', _) => GoValue.Print(value),
            ('d', long) => GoValue.Print(value),
            ('q', string text) => Quote(text),
            ('t', bool) => GoValue.Print(value),
            ('x', long number) => number.ToString("x", CultureInfo.InvariantCulture),
            ('x', string text) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text)),
            ('c', long number) => char.ConvertFromUtf32((int)number),
            ('f', double number) => number.ToString($"F{(Precision < 0 ? 6 : Precision)}", CultureInfo.InvariantCulture),
            ('e', double number) => number.ToString($"0.{new string('0', Precision < 0 ? 6 : Precision)}e+00", CultureInfo.InvariantCulture),
            ('g', double number) => GoValue.Real(number),
            _ => Wrong(value),
        };

        private string Wrong(object? value) => $"%!{Verb}({TypeOf(value)}={GoValue.Print(value)})";

        private static string ZeroPadded(string text, int width) =>
            text.StartsWith('-') || text.StartsWith('+') ? text[0] + text[1..].PadLeft(width - 1, '0') : text.PadLeft(width, '0');

        private static string Quote(string text) =>
            "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n").Replace("\t", "\\t").Replace("\r", "\\r") + "\"";

        private static int Digits(string format, ref int at)
        {
            var start = at;
            while (at < format.Length - 1 && char.IsAsciiDigit(format[at]))
            {
                at++;
            }

            return int.TryParse(format.AsSpan(start, at - start), out var number) ? Math.Min(number, 10_000) : -1;
        }
    }
}
