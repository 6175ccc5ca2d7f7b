namespace Kube.Api.Core.V1;

public sealed class ResourceHealth
{
    [Required, ProtoField(1)]
    public string? ResourceID { get; set; }

    [ProtoField(2)]
    public string? Health { get; set; }

    [ProtoField(6, IsPointer = true)]
    public string? Message { get; set; }
}
