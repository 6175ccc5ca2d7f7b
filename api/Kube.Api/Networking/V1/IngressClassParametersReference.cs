namespace Kube.Api.Networking.V1;

/// <summary>An object with parameters of a controller.</summary>
public sealed class IngressClassParametersReference
{
    /// <summary>Its API group; the core group when absent.</summary>
    [ProtoField(1, IsPointer = true)]
    public string? ApiGroup { get; set; }

    /// <summary>Its kind.</summary>
    [Required, ProtoField(2)]
    public string? Kind { get; set; }

    /// <summary>Its name.</summary>
    [Required, ProtoField(3)]
    public string? Name { get; set; }

    /// <summary>Cluster or Namespace: where the object lives; Cluster when absent.</summary>
    [ProtoField(4, IsPointer = true)]
    public string? Scope { get; set; }

    /// <summary>Its namespace; there exactly when the scope is Namespace.</summary>
    [ProtoField(5, IsPointer = true)]
    public string? Namespace { get; set; }
}
