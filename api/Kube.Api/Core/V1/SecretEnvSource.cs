namespace Kube.Api.Core.V1;

public sealed class SecretEnvSource
{
    [ProtoField(1, 1)]
    public string? Name { get; set; }

    [ProtoField(2, IsPointer = true)]
    public bool? Optional { get; set; }
}
