namespace Kube.Api.Core.V1;

public sealed class VolumeResourceRequirements
{
    [ProtoField(1)]
    public Dictionary<string, Quantity>? Limits { get; set; }

    [ProtoField(2)]
    public Dictionary<string, Quantity>? Requests { get; set; }
}
