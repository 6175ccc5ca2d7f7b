namespace Kube.Machinery.Schema;

/// <summary>What a value looks like on the wire.</summary>
public enum SchemaKind
{
    /// <summary>An object with known fields.</summary>
    Object,

    /// <summary>A list; its items share one schema.</summary>
    List,

    /// <summary>An object with free keys; its values share one schema.</summary>
    Map,

    /// <summary>A string.</summary>
    String,

    /// <summary>A 32-bit number.</summary>
    Int32,

    /// <summary>A 64-bit number.</summary>
    Int64,

    /// <summary>A number with decimals.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A string in RFC 3339.</summary>
    Time,

    /// <summary>A string in base64.</summary>
    Bytes,

    /// <summary>An amount such as <c>500m</c>: a string or a number.</summary>
    Quantity,

    /// <summary>A number or a string.</summary>
    IntOrString,

    /// <summary>A value in one of several forms; not looked into.</summary>
    OneOf,

    /// <summary>Anything: not looked into.</summary>
    Any,
}
