namespace Kube.Api.Meta.V1;

/// <summary>One fault of several.</summary>
public sealed class StatusCause
{
    /// <summary>What sort of fault, such as FieldValueRequired.</summary>
    [ProtoField(1)]
    public string? Reason { get; set; }

    /// <summary>What is wrong, for people.</summary>
    [ProtoField(2)]
    public string? Message { get; set; }

    /// <summary>The field that is wrong, as a path.</summary>
    [ProtoField(3)]
    public string? Field { get; set; }
}
