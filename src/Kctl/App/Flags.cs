using Kctl.CommandLine;

namespace Kctl.App;

/// <summary>Makes options and arguments, one way for all verbs.</summary>
internal static class Flags
{
    /// <summary>An option with a value.</summary>
    public static Option<string?> Text(string name, string description, params string[] aliases) =>
        new(name, aliases) { Description = description, HelpName = "VALUE" };

    /// <summary>An option with a value of which the last counts, shown in help as <paramref name="valueName"/>.</summary>
    public static Option<string?> Named(string name, string valueName, string description, params string[] aliases) =>
        new(name, aliases) { Description = description, HelpName = valueName };

    /// <summary>An option that may be given several times.</summary>
    public static Option<string[]> Many(string name, string valueName, string description, params string[] aliases) =>
        new(name, aliases) { Description = description, HelpName = valueName };

    /// <summary>A switch.</summary>
    public static Option<bool> Switch(string name, string description, params string[] aliases) => new(name, aliases) { Description = description };

    /// <summary>A switch that is on unless switched off.</summary>
    public static Option<bool> SwitchOn(string name, string description) => new(name) { Description = description, DefaultValue = true };

    /// <summary>A whole number.</summary>
    public static Option<int?> Number(string name, string description, params string[] aliases) => new(name, aliases) { Description = description, HelpName = "N" };

    /// <summary>Words after the verb.</summary>
    public static Argument<string[]> Words(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.ZeroOrMore };

    /// <summary><c>-o</c>.</summary>
    public static Option<string?> Output(string description = "json, yaml, name, jsonpath=TEMPLATE or custom-columns=HEADER:PATH,...") => Named("--output", "FORMAT", description, "-o");

    /// <summary><c>-l</c>.</summary>
    public static Option<string?> Selector() => Named("--selector", "SELECTOR", "only objects with these labels: app=web,tier in (a,b),!old", "-l");

    /// <summary><c>--field-selector</c>.</summary>
    public static Option<string?> FieldSelector() => Named("--field-selector", "SELECTOR", "only objects with these field values: spec.nodeName=node-1");

    /// <summary><c>-A</c>.</summary>
    public static Option<bool> AllNamespaces() => Switch("--all-namespaces", "in every namespace", "-A");

    /// <summary><c>-f</c>.</summary>
    public static Option<string[]> Files() => Many("--filename", "FILE", "a file or folder of YAML or JSON, or - for standard input; may be given several times", "-f");

    /// <summary><c>-R</c>.</summary>
    public static Option<bool> Recursive() => Switch("--recursive", "folders within folders too", "-R");

    /// <summary><c>--dry-run</c>.</summary>
    public static Option<string?> DryRun() => WithValueIfAlone("unchanged", Named("--dry-run", "none|client|server", "only say what would be done; \"server\" lets the server check it too"));

    /// <summary>A flag that means something without a value too.</summary>
    public static Option<string?> WithValueIfAlone(string value, Option<string?> option)
    {
        option.ValueIfAlone = value;
        return option;
    }
}
