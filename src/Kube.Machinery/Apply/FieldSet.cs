using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kube.Machinery.Apply;

/// <summary>
/// A set of field paths, as <c>managedFields</c> records who owns what. A tree whose edges are path elements in FieldsV1's spelling:
/// <c>f:name</c> for a field or map entry, <c>k:{"name":"web"}</c> for an item of a map list, <c>v:"x"</c> for an item of a set list.
/// A node may be a member itself, lead to members, or both. Sets are values: every operation returns a new one.
/// </summary>
public sealed class FieldSet
{
    private const string Self = ".";
    private static readonly IReadOnlyDictionary<string, FieldSet> s_none = new Dictionary<string, FieldSet>();
    private readonly SortedDictionary<string, FieldSet>? _children;

    private FieldSet(bool isMember, SortedDictionary<string, FieldSet>? children)
    {
        IsMember = isMember;
        _children = children is { Count: > 0 } ? children : null;
    }

    /// <summary>The set without members.</summary>
    public static FieldSet Empty { get; } = new(false, null);

    /// <summary>The path that leads to this node is a member.</summary>
    public bool IsMember { get; }

    /// <summary>What follows this node, by path element.</summary>
    public IReadOnlyDictionary<string, FieldSet> Children => _children ?? s_none;

    /// <summary>True when nothing is a member.</summary>
    public bool IsEmpty => !IsMember && _children is null;

    /// <summary>A leaf: a member with nothing below.</summary>
    public static FieldSet Leaf { get; } = new(true, null);

    /// <summary>A node of these children; empty children are left out.</summary>
    public static FieldSet Of(bool isMember, IEnumerable<KeyValuePair<string, FieldSet>> children)
    {
        var kept = new SortedDictionary<string, FieldSet>(StringComparer.Ordinal);
        foreach (var (element, child) in children)
        {
            if (!child.IsEmpty)
            {
                kept[element] = child;
            }
        }

        return kept.Count > 0 ? new FieldSet(isMember, kept) : isMember ? Leaf : Empty;
    }

    /// <summary>A set with one member, by its path.</summary>
    public static FieldSet Path(params ReadOnlySpan<string> elements)
    {
        var set = Leaf;
        for (var i = elements.Length - 1; i >= 0; i--)
        {
            set = Of(false, [new(elements[i], set)]);
        }

        return set;
    }

    /// <summary>The set below one path element; empty when there is none.</summary>
    public FieldSet Below(string element) => _children?.GetValueOrDefault(element) ?? Empty;

    /// <summary>Members of either set.</summary>
    public FieldSet Union(FieldSet other) => IsEmpty ? other : other.IsEmpty ? this : Of(
        IsMember || other.IsMember,
        Children.Keys.Union(other.Children.Keys).Select(e => KeyValuePair.Create(e, Below(e).Union(other.Below(e)))));

    /// <summary>Members of both sets.</summary>
    public FieldSet Intersect(FieldSet other) => Of(
        IsMember && other.IsMember,
        Children.Where(c => other.Children.ContainsKey(c.Key)).Select(c => KeyValuePair.Create(c.Key, c.Value.Intersect(other.Below(c.Key)))));

    /// <summary>Members of this set that are not members of the other.</summary>
    public FieldSet Except(FieldSet other) => IsEmpty || other.IsEmpty ? this : Of(
        IsMember && !other.IsMember,
        Children.Select(c => KeyValuePair.Create(c.Key, c.Value.Except(other.Below(c.Key)))));

    /// <summary>This set without the members of the other and everything below them.</summary>
    public FieldSet ExceptTrees(FieldSet other) => other.IsMember ? Empty : other.IsEmpty ? this : Of(
        IsMember, Children.Select(c => KeyValuePair.Create(c.Key, c.Value.ExceptTrees(other.Below(c.Key)))));

    /// <summary>The members as people read them: <c>.spec.containers[name="web"].image</c>.</summary>
    public IEnumerable<string> Paths() => Paths("");

    /// <summary>Same members.</summary>
    public bool SameAs(FieldSet other) => IsMember == other.IsMember && Children.Count == other.Children.Count
        && Children.All(c => other.Children.TryGetValue(c.Key, out var twin) && c.Value.SameAs(twin));

    /// <summary>The FieldsV1 form.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        if (IsMember && _children is not null)
        {
            json[Self] = new JsonObject();
        }

        foreach (var (element, child) in Children)
        {
            json[element] = child.ToJson();
        }

        return json;
    }

    /// <summary>Reads the FieldsV1 form; throws <see cref="JsonException"/> for a path element of no known form.</summary>
    public static FieldSet FromJson(JsonElement json) => FromJson(json, isRoot: true);

    private static FieldSet FromJson(JsonElement json, bool isRoot)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("fieldsV1 must consist of objects");
        }

        var isMember = false;
        var children = new List<KeyValuePair<string, FieldSet>>();
        foreach (var property in json.EnumerateObject())
        {
            if (property.Name == Self)
            {
                isMember = true;
                continue;
            }

            children.Add(new(PathElements.Read(property.Name), FromJson(property.Value, isRoot: false)));
        }

        return children.Count == 0 ? (isRoot && !isMember ? Empty : Leaf) : Of(isMember, children);
    }

    private IEnumerable<string> Paths(string prefix)
    {
        if (IsMember)
        {
            yield return prefix;
        }

        foreach (var (element, child) in Children)
        {
            foreach (var path in child.Paths(prefix + Show(element)))
            {
                yield return path;
            }
        }
    }

    /// <summary>A path element as people read it.</summary>
    internal static string Show(string element)
    {
        var text = element[2..];
        if (element[0] == 'f')
        {
            return "." + text;
        }

        if (element[0] != 'k')
        {
            return $"[{text}]";
        }

        using var key = JsonDocument.Parse(text);
        return $"[{string.Join(",", key.RootElement.EnumerateObject().Select(p => $"{p.Name}={p.Value.GetRawText()}"))}]";
    }
}
