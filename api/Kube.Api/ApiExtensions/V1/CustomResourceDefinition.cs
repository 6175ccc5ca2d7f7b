using Kube.Api.Meta.V1;

namespace Kube.Api.ApiExtensions.V1;

/// <summary>Adds a kind of one's own to the API. Its name is the plural and the group: <c>widgets.example.com</c>.</summary>
public sealed class CustomResourceDefinition : IResource<CustomResourceDefinition>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("apiextensions.k8s.io", "v1", "CustomResourceDefinition", "customresourcedefinitions", Kube.Api.Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The kind that is asked for.</summary>
    [Required, ProtoField(2)]
    public CustomResourceDefinitionSpec? Spec { get; set; }

    /// <summary>What the server made of it.</summary>
    [ProtoField(3)]
    public CustomResourceDefinitionStatus? Status { get; set; }
}
