namespace Kube.Api.Meta.V1;

public sealed class StatusDetails
{
    [ProtoField(1)]
    public string? Name { get; set; }

    [ProtoField(2)]
    public string? Group { get; set; }

    [ProtoField(3)]
    public string? Kind { get; set; }

    [ProtoField(6)]
    public string? Uid { get; set; }

    [ProtoField(4)]
    public List<StatusCause>? Causes { get; set; }

    [ProtoField(5)]
    public int? RetryAfterSeconds { get; set; }
}
