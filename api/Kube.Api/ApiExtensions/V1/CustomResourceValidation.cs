namespace Kube.Api.ApiExtensions.V1;

/// <summary>What objects of a version may contain.</summary>
public sealed class CustomResourceValidation
{
    /// <summary>The schema of the objects; it must be structural.</summary>
    [ProtoField(1, IsPointer = true)]
    public JSONSchemaProps? OpenAPIV3Schema { get; set; }
}
