using System.Globalization;
using System.Text;

namespace Kube.Hosting;

/// <summary>Flags as Go programs have them: <c>--name=value</c>, <c>--name value</c>, <c>--switch</c>, <c>-v=2</c>. A flag of several values may be repeated or hold commas.</summary>
public sealed class FlagSet
{
    private readonly SortedDictionary<string, Declaration> _declared = new(StringComparer.Ordinal);

    /// <summary>A text.</summary>
    public Flag<string> String(string name, string defaultValue, string help) =>
        Declare(name, defaultValue, help, Quote(defaultValue), "string", text => text);

    /// <summary>A whole number.</summary>
    public Flag<int> Int(string name, int defaultValue, string help) =>
        Declare(name, defaultValue, help, defaultValue.ToString(CultureInfo.InvariantCulture), "int", ParseInt);

    /// <summary>A number.</summary>
    public Flag<double> Double(string name, double defaultValue, string help) =>
        Declare(name, defaultValue, help, defaultValue.ToString(CultureInfo.InvariantCulture), "float", ParseDouble);

    /// <summary>On or off; a bare <c>--name</c> means on.</summary>
    public Flag<bool> Bool(string name, bool defaultValue, string help) =>
        Declare(name, defaultValue, help, defaultValue ? "true" : "false", "", ParseBool);

    /// <summary>A time such as <c>1m30s</c>, <c>500ms</c>.</summary>
    public Flag<TimeSpan> Duration(string name, TimeSpan defaultValue, string help) =>
        Declare(name, defaultValue, help, GoDuration.Format(defaultValue), "duration", GoDuration.Parse);

    /// <summary>Several texts: repeated, or separated by commas.</summary>
    public Flag<IReadOnlyList<string>> Strings(string name, IReadOnlyList<string> defaultValue, string help)
    {
        var flag = new Flag<IReadOnlyList<string>>(name, defaultValue);
        Add(name, help, Quote(string.Join(',', defaultValue)), "strings", text =>
        {
            string[] values = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            flag.Value = flag.IsSet ? [.. flag.Value, .. values] : values;
            flag.IsSet = true;
        });
        return flag;
    }

    /// <summary>Sets the declared flags. Throws <see cref="FlagException"/> for what was not declared or cannot be read.</summary>
    public void Parse(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            var arg = args[i];
            if (arg.Length < 2 || arg[0] != '-')
            {
                throw new FlagException($"unexpected argument: {arg}");
            }

            var text = arg.StartsWith("--", StringComparison.Ordinal) ? arg[2..] : arg[1..];
            var equals = text.IndexOf('=');
            var name = equals < 0 ? text : text[..equals];
            if (!_declared.TryGetValue(name, out var flag))
            {
                throw new FlagException($"unknown flag: {(equals < 0 ? arg : arg[..arg.IndexOf('=')])}");
            }

            flag.Set(ValueOf(flag, arg, equals < 0 ? null : text[(equals + 1)..], args, ref i), name);
        }
    }

    /// <summary>Every flag with its default, one paragraph each.</summary>
    public string Describe()
    {
        var text = new StringBuilder();
        foreach (var (name, flag) in _declared)
        {
            text.Append(name.Length == 1 ? "  -" : "  --").Append(name);
            if (flag.ValueName.Length > 0)
            {
                text.Append(' ').Append(flag.ValueName);
            }

            text.Append("\n        ").Append(flag.Help).Append(" (default ").Append(flag.DefaultText).Append(")\n");
        }

        return text.ToString();
    }

    private static string ValueOf(Declaration flag, string arg, string? attached, IReadOnlyList<string> args, ref int i)
    {
        if (attached is not null)
        {
            return attached;
        }

        if (flag.ValueName.Length == 0)
        {
            return "true";
        }

        return ++i < args.Count ? args[i] : throw new FlagException($"flag needs an argument: {arg}");
    }

    private Flag<T> Declare<T>(string name, T defaultValue, string help, string defaultText, string valueName, Func<string, T> parse)
    {
        var flag = new Flag<T>(name, defaultValue);
        Add(name, help, defaultText, valueName, text =>
        {
            flag.Value = parse(text);
            flag.IsSet = true;
        });
        return flag;
    }

    private void Add(string name, string help, string defaultText, string valueName, Action<string> apply)
    {
        if (!_declared.TryAdd(name, new Declaration(help, defaultText, valueName, apply)))
        {
            throw new InvalidOperationException($"the flag --{name} is declared twice");
        }
    }

    private static string Quote(string text) => $"\"{text}\"";

    private static int ParseInt(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw new FormatException("not a whole number");

    private static double ParseDouble(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw new FormatException("not a number");

    private static bool ParseBool(string text) => text.ToLowerInvariant() switch
    {
        "true" or "t" or "1" => true,
        "false" or "f" or "0" => false,
        _ => throw new FormatException("not true or false"),
    };

    private sealed record Declaration(string Help, string DefaultText, string ValueName, Action<string> Apply)
    {
        public void Set(string text, string name)
        {
            try
            {
                Apply(text);
            }
            catch (FormatException e)
            {
                throw new FlagException($"invalid argument \"{text}\" for --{name}: {e.Message}", e);
            }
        }
    }
}
