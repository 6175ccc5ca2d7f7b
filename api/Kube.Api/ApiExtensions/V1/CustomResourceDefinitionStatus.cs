namespace Kube.Api.ApiExtensions.V1;

/// <summary>What the server made of a definition.</summary>
public sealed class CustomResourceDefinitionStatus
{
    /// <summary>Facts: whether the names were accepted, whether the kind is served.</summary>
    [ListMap("type"), ProtoField(1)]
    public List<CustomResourceDefinitionCondition>? Conditions { get; set; }

    /// <summary>The names in use; they differ from those asked for while these collide with others.</summary>
    [ProtoField(2)]
    public CustomResourceDefinitionNames? AcceptedNames { get; set; }

    /// <summary>Versions in which objects were ever stored. One that is listed here cannot be taken out of the spec.</summary>
    [ProtoField(3)]
    public List<string>? StoredVersions { get; set; }

    /// <summary>The metadata.generation the server last looked at.</summary>
    [ProtoField(4)]
    public long? ObservedGeneration { get; set; }
}
