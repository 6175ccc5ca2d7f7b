using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Kctl.Printing.GoTemplates;

/// <summary>The functions of templates: Go's own, and kubectl's base64decode and exists.</summary>
internal static class TemplateFunctions
{
    private static readonly Dictionary<string, Func<object?[], object?>> s_functions = new(StringComparer.Ordinal)
    {
        ["and"] = a => a.FirstOrDefault(v => !GoValue.IsTrue(v), At(a, a.Length - 1)),
        ["or"] = a => a.FirstOrDefault(GoValue.IsTrue, At(a, a.Length - 1)),
        ["not"] = a => !GoValue.IsTrue(At(a, 0)),
        ["eq"] = a => a.Length > 1 ? a.Skip(1).Any(v => GoValue.Equal(a[0], v)) : throw new GoTemplateException("missing argument for comparison"),
        ["ne"] = a => !GoValue.Equal(At(a, 0), At(a, 1)),
        ["lt"] = a => GoValue.Compare(At(a, 0), At(a, 1)) < 0,
        ["le"] = a => GoValue.Compare(At(a, 0), At(a, 1)) <= 0,
        ["gt"] = a => GoValue.Compare(At(a, 0), At(a, 1)) > 0,
        ["ge"] = a => GoValue.Compare(At(a, 0), At(a, 1)) >= 0,
        ["len"] = a => Length(At(a, 0)),
        ["index"] = a => a.Skip(1).Aggregate(At(a, 0), Index),
        ["slice"] = Slice,
        ["print"] = Print,
        ["println"] = a => string.Join(' ', a.Select(GoValue.Print)) + "\n",
        ["printf"] = a => GoFormat.Format(Text(At(a, 0)), a.AsSpan(1)),
        ["html"] = a => WebUtility.HtmlEncode((string)Print(a)!),
        ["js"] = a => System.Text.Encodings.Web.JavaScriptEncoder.Default.Encode((string)Print(a)!),
        ["urlquery"] = a => WebUtility.UrlEncode((string)Print(a)!),
        ["base64decode"] = a => Decode(Text(At(a, 0))),
        ["exists"] = a => Exists(At(a, 0), a.AsSpan(1)),
    };

    public static bool Known(string name) => s_functions.ContainsKey(name);

    public static object? Call(string name, object?[] arguments)
    {
        try
        {
            return s_functions[name](arguments);
        }
        catch (GoTemplateException e)
        {
            throw new GoTemplateException($"error calling {name}: {e.Message}");
        }
    }

    private static object? At(object?[] arguments, int index) =>
        index >= 0 && index < arguments.Length ? arguments[index] : throw new GoTemplateException("wrong number of args");

    private static string Text(object? value) => value as string ?? throw new GoTemplateException($"expected string; got {GoValue.Print(value)}");

    private static object Length(object? value) => value switch
    {
        string text => (long)Encoding.UTF8.GetByteCount(text),
        JsonObject obj => (long)obj.Count,
        JsonArray list => (long)list.Count,
        null => throw new GoTemplateException("len of nil pointer"),
        _ => throw new GoTemplateException($"len of type {value.GetType().Name}"),
    };

    private static object? Index(object? from, object? key) => (from, key) switch
    {
        (JsonObject obj, string name) => GoValue.Of(obj[name]),
        (JsonArray list, long or double) when GoValue.Number(key) is >= 0 and var at && at < list.Count => GoValue.Of(list[(int)at]),
        (JsonArray, long or double) => throw new GoTemplateException($"index out of range: {GoValue.Print(key)}"),
        (null, _) => throw new GoTemplateException("index of untyped nil"),
        _ => throw new GoTemplateException($"cannot index {GoValue.Print(from)} with {GoValue.Print(key)}"),
    };

    private static object? Slice(object?[] arguments)
    {
        var from = arguments.Length > 1 ? (int)GoValue.Number(arguments[1]) : 0;
        switch (At(arguments, 0))
        {
            case string text:
                var end = arguments.Length > 2 ? (int)GoValue.Number(arguments[2]) : text.Length;
                return from >= 0 && from <= end && end <= text.Length ? text[from..end] : throw new GoTemplateException($"index out of range: {end}");
            case JsonArray list:
                var last = arguments.Length > 2 ? (int)GoValue.Number(arguments[2]) : list.Count;
                return from >= 0 && from <= last && last <= list.Count
                    ? new JsonArray([.. list.Skip(from).Take(last - from).Select(i => i?.DeepClone())])
                    : throw new GoTemplateException($"index out of range: {last}");
            case var other:
                throw new GoTemplateException($"can't slice {GoValue.Print(other)}");
        }
    }

    /// <summary>A blank between two neighbours only where neither is text.</summary>
    private static object? Print(object?[] arguments)
    {
        var result = new StringBuilder();
        for (var i = 0; i < arguments.Length; i++)
        {
            result.Append(i > 0 && arguments[i] is not string && arguments[i - 1] is not string ? " " : "").Append(GoValue.Print(arguments[i]));
        }

        return result.ToString();
    }

    private static string Decode(string text)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            throw new GoTemplateException($"base64 decode failed: \"{text}\" is not base64");
        }
    }

    private static object? Exists(object? value, ReadOnlySpan<object?> keys)
    {
        foreach (var key in keys)
        {
            if ((value, key) is (JsonObject obj, string name) && obj.ContainsKey(name))
            {
                value = GoValue.Of(obj[name]);
            }
            else if ((value, key) is (JsonArray list, long index) && index >= 0 && index < list.Count)
            {
                value = GoValue.Of(list[(int)index]);
            }
            else
            {
                return false;
            }
        }

        return true;
    }
}
