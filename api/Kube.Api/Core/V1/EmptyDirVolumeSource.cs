namespace Kube.Api.Core.V1;

public sealed class EmptyDirVolumeSource
{
    [ProtoField(1)]
    public string? Medium { get; set; }

    [ProtoField(2, IsPointer = true)]
    public Quantity? SizeLimit { get; set; }
}
