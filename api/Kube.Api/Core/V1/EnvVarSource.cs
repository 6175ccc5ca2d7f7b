namespace Kube.Api.Core.V1;

/// <summary>Where a variable's value comes from; exactly one of the fields.</summary>
public sealed class EnvVarSource
{
    /// <summary>A field of the pod.</summary>
    [ProtoField(1, IsPointer = true)]
    public ObjectFieldSelector? FieldRef { get; set; }

    /// <summary>A request or limit of the container.</summary>
    [ProtoField(2, IsPointer = true)]
    public ResourceFieldSelector? ResourceFieldRef { get; set; }

    /// <summary>A key of a ConfigMap.</summary>
    [ProtoField(3, IsPointer = true)]
    public ConfigMapKeySelector? ConfigMapKeyRef { get; set; }

    /// <summary>A key of a Secret.</summary>
    [ProtoField(4, IsPointer = true)]
    public SecretKeySelector? SecretKeyRef { get; set; }

    /// <summary>A key of a file in one of the pod's volumes.</summary>
    [ProtoField(5, IsPointer = true)]
    public FileKeySelector? FileKeyRef { get; set; }
}
