using System.Globalization;

namespace Kube.Machinery.Validation;

/// <summary>Where in an object a value is, written as Kubernetes writes it: <c>spec.containers[0].image</c>, <c>metadata.labels[app]</c>. Immutable; a child points at its parent.</summary>
public sealed class FieldPath
{
    private readonly FieldPath? _parent;
    private readonly string _segment;

    private FieldPath(FieldPath? parent, string segment)
    {
        _parent = parent;
        _segment = segment;
    }

    /// <summary>A path of one or more field names.</summary>
    public static FieldPath Of(string name, params ReadOnlySpan<string> more)
    {
        var path = new FieldPath(null, name);
        foreach (var next in more)
        {
            path = path.Child(next);
        }

        return path;
    }

    /// <summary>A field of this object.</summary>
    public FieldPath Child(string name) => new(this, "." + name);

    /// <summary>A field of a field of this object.</summary>
    public FieldPath Child(string name, string inner) => Child(name).Child(inner);

    /// <summary>An item of this list.</summary>
    public FieldPath Index(int index) => new(this, "[" + index.ToString(CultureInfo.InvariantCulture) + "]");

    /// <summary>An entry of this map.</summary>
    public FieldPath Key(string key) => new(this, "[" + key + "]");

    /// <inheritdoc />
    public override string ToString() => _parent is null ? _segment : _parent + _segment;
}
