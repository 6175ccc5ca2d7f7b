namespace Kube.Api.Core.V1;

public sealed class EnvVar
{
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    [ProtoField(2)]
    public string? Value { get; set; }

    [ProtoField(3, IsPointer = true)]
    public EnvVarSource? ValueFrom { get; set; }
}
