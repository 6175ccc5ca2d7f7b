using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Kube.Machinery.Schema;

/// <summary>The summaries of types and properties, from the documentation file the compiler writes beside an assembly. No file: no descriptions.</summary>
internal static partial class TypeDescriptions
{
    private static readonly ConcurrentDictionary<Assembly, Lazy<Dictionary<string, string>>> s_files = new();

    public static string? Of(Type type) => Find(type.Assembly, "T:" + NameOf(type));

    public static string? Of(PropertyInfo property) => property.DeclaringType is { } type
        ? Find(type.Assembly, $"P:{NameOf(type)}.{property.Name}")
        : null;

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName ?? type.Name;

    private static string? Find(Assembly assembly, string member) =>
        s_files.GetOrAdd(assembly, static a => new Lazy<Dictionary<string, string>>(() => Load(a))).Value.GetValueOrDefault(member);

    private static Dictionary<string, string> Load(Assembly assembly)
    {
        var path = Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml");
        try
        {
            var members = XDocument.Load(path).Root?.Element("members")?.Elements("member") ?? [];
            var found = members.ToDictionary(m => m.Attribute("name")?.Value ?? "", m => m, StringComparer.Ordinal);
            return found.ToDictionary(pair => pair.Key, pair => TextOf(pair.Value, found), StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or XmlException or ArgumentException)
        {
            return [];
        }
    }

    private static string TextOf(XElement member, Dictionary<string, XElement> all)
    {
        var inherited = member.Element("inheritdoc")?.Attribute("cref")?.Value;
        var summary = member.Element("summary") ?? (inherited is not null && all.TryGetValue(inherited, out var origin) ? origin.Element("summary") : null);
        return summary is null ? "" : Spaces().Replace(string.Concat(summary.Nodes().Select(Show)), " ").Trim();
    }

    private static string Show(XNode node) => node switch
    {
        XText text => text.Value,
        XElement element when element.Attribute("cref") is { } cref => cref.Value[(cref.Value.LastIndexOf('.') + 1)..],
        XElement element => string.Concat(element.Nodes().Select(Show)),
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
