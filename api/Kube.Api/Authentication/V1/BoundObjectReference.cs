namespace Kube.Api.Authentication.V1;

/// <summary>The object a token lives with: the token is refused once the object is gone.</summary>
public sealed class BoundObjectReference
{
    /// <summary>Kind of the object: Pod, Secret or Node.</summary>
    [ProtoField(1)]
    public string? Kind { get; set; }

    /// <summary>Group and version of the object.</summary>
    [ProtoField(2)]
    public string? ApiVersion { get; set; }

    /// <summary>Name of the object.</summary>
    [ProtoField(3)]
    public string? Name { get; set; }

    /// <summary>Uid of the object; the present one when it is not given.</summary>
    [ProtoField(4)]
    public string? Uid { get; set; }
}
