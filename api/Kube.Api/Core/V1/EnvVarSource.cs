namespace Kube.Api.Core.V1;

public sealed class EnvVarSource
{
    [ProtoField(1, IsPointer = true)]
    public ObjectFieldSelector? FieldRef { get; set; }

    [ProtoField(2, IsPointer = true)]
    public ResourceFieldSelector? ResourceFieldRef { get; set; }

    [ProtoField(3, IsPointer = true)]
    public ConfigMapKeySelector? ConfigMapKeyRef { get; set; }

    [ProtoField(4, IsPointer = true)]
    public SecretKeySelector? SecretKeyRef { get; set; }

    [ProtoField(5, IsPointer = true)]
    public FileKeySelector? FileKeyRef { get; set; }
}
