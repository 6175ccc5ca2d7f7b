using System.Globalization;

namespace Kube.Machinery.Validation;

/// <summary>Where in an object a value is, written as Kubernetes writes it: <c>spec.containers[0].image</c>, <c>metadata.labels[app]</c>. Immutable; a child points at its parent.</summary>
public sealed class FieldPath
{
    /// <summary>What <see cref="_index"/> says of a field and of a map's key. Texts are made when somebody reads them: most paths are of values that are fine.</summary>
    private const int Field = -1;
    private const int MapKey = -2;
    private readonly FieldPath? _parent;
    private readonly string? _name;
    private readonly int _index;

    private FieldPath(FieldPath? parent, string? name, int index) => (_parent, _name, _index) = (parent, name, index);

    /// <summary>A path of one or more field names.</summary>
    public static FieldPath Of(string name, params ReadOnlySpan<string> more)
    {
        var path = new FieldPath(null, name, Field);
        foreach (var next in more)
        {
            path = path.Child(next);
        }

        return path;
    }

    /// <summary>A field of this object.</summary>
    public FieldPath Child(string name) => new(this, name, Field);

    /// <summary>A field of a field of this object.</summary>
    public FieldPath Child(string name, string inner) => Child(name).Child(inner);

    /// <summary>An item of this list.</summary>
    public FieldPath Index(int index) => new(this, null, index);

    /// <summary>An entry of this map.</summary>
    public FieldPath Key(string key) => new(this, key, MapKey);

    /// <inheritdoc />
    public override string ToString() => _parent + _index switch
    {
        Field => _parent is null ? _name : "." + _name,
        MapKey => $"[{_name}]",
        _ => string.Create(CultureInfo.InvariantCulture, $"[{_index}]"),
    };
}
