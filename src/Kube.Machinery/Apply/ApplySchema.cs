using System.Text.Json.Nodes;

namespace Kube.Machinery.Apply;

/// <summary>How a value is divided among its owners.</summary>
public enum Ownership
{
    /// <summary>As a whole: scalars, atomic lists, atomic maps and objects.</summary>
    Atomic,

    /// <summary>Field by field or entry by entry.</summary>
    Granular,

    /// <summary>A list whose items are found by key fields and owned field by field.</summary>
    MapList,

    /// <summary>A list of scalars, each owned by itself.</summary>
    SetList,
}

/// <summary>What server-side apply must know of one place in an object. Built-in kinds derive it from their types, custom ones from their schema.</summary>
public abstract class ApplySchema
{
    /// <summary>A value nothing is known of: maps are granular, lists and scalars atomic.</summary>
    public static ApplySchema Unknown { get; } = new UnknownSchema();

    /// <summary>How a value here is divided.</summary>
    public abstract Ownership Ownership { get; }

    /// <summary>The key fields of a map list, each with the value an absent one stands for (null: it must be there).</summary>
    public virtual IReadOnlyList<(string Name, JsonNode? Default)> Keys => [];

    /// <summary>True for a field that the type declares, false for an entry of a map.</summary>
    public virtual bool Declares(string field) => false;

    /// <summary>The place of a field or map entry.</summary>
    public abstract ApplySchema Field(string name);

    /// <summary>The place of a list item.</summary>
    public virtual ApplySchema Item => Unknown;

    private sealed class UnknownSchema : ApplySchema
    {
        public override Ownership Ownership => Ownership.Granular;

        public override ApplySchema Field(string name) => this;
    }
}
