namespace Kube.Api.ApiExtensions.V1;

/// <summary>What a custom kind and its collection are called. Each name must be free within the group.</summary>
public sealed class CustomResourceDefinitionNames
{
    /// <summary>Name in paths, lower case; together with the group the name of the definition.</summary>
    [Required, ProtoField(1)]
    public string? Plural { get; set; }

    /// <summary>Name of one object on command lines; the lower-case kind unless given.</summary>
    [ProtoField(2)]
    public string? Singular { get; set; }

    /// <summary>Abbreviations for command lines.</summary>
    [ProtoField(3)]
    public List<string>? ShortNames { get; set; }

    /// <summary>Kind of one object, in CamelCase.</summary>
    [Required, ProtoField(4)]
    public string? Kind { get; set; }

    /// <summary>Kind of a list of them; the kind with List unless given.</summary>
    [ProtoField(5)]
    public string? ListKind { get; set; }

    /// <summary>Groups the kind is listed under, such as all.</summary>
    [ProtoField(6)]
    public List<string>? Categories { get; set; }
}
