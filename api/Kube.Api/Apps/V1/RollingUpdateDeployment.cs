namespace Kube.Api.Apps.V1;

public sealed class RollingUpdateDeployment
{
    [ProtoField(1, IsPointer = true)]
    public IntOrString? MaxUnavailable { get; set; }

    [ProtoField(2, IsPointer = true)]
    public IntOrString? MaxSurge { get; set; }
}
