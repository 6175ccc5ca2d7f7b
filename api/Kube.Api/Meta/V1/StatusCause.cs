namespace Kube.Api.Meta.V1;

public sealed class StatusCause
{
    [ProtoField(1)]
    public string? Reason { get; set; }

    [ProtoField(2)]
    public string? Message { get; set; }

    [ProtoField(3)]
    public string? Field { get; set; }
}
