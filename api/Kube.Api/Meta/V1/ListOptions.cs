namespace Kube.Api.Meta.V1;

public sealed class ListOptions
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    [ProtoField(1)]
    public string? LabelSelector { get; set; }

    [ProtoField(2)]
    public string? FieldSelector { get; set; }

    [ProtoField(3)]
    public bool? Watch { get; set; }

    [ProtoField(9)]
    public bool? AllowWatchBookmarks { get; set; }

    [ProtoField(4)]
    public string? ResourceVersion { get; set; }

    [ProtoField(10)]
    public string? ResourceVersionMatch { get; set; }

    [ProtoField(5, IsPointer = true)]
    public long? TimeoutSeconds { get; set; }

    [ProtoField(7)]
    public long? Limit { get; set; }

    [ProtoField(8)]
    public string? Continue { get; set; }

    [ProtoField(11, IsPointer = true)]
    public bool? SendInitialEvents { get; set; }

    [ProtoField(15)]
    public string? ShardSelector { get; set; }
}
