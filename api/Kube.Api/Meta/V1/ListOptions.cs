namespace Kube.Api.Meta.V1;

/// <summary>Which objects are wanted and how.</summary>
public sealed class ListOptions
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Only objects whose labels match.</summary>
    [ProtoField(1)]
    public string? LabelSelector { get; set; }

    /// <summary>Only objects whose fields match.</summary>
    [ProtoField(2)]
    public string? FieldSelector { get; set; }

    /// <summary>True to be sent changes instead of a list.</summary>
    [ProtoField(3)]
    public bool? Watch { get; set; }

    /// <summary>True to be told now and then how far the watch has come.</summary>
    [ProtoField(9)]
    public bool? AllowWatchBookmarks { get; set; }

    /// <summary>Version to read at, or to watch from.</summary>
    [ProtoField(4)]
    public string? ResourceVersion { get; set; }

    /// <summary>How resourceVersion is meant: Exact or NotOlderThan.</summary>
    [ProtoField(10)]
    public string? ResourceVersionMatch { get; set; }

    /// <summary>Seconds after which the call ends.</summary>
    [ProtoField(5, IsPointer = true)]
    public long? TimeoutSeconds { get; set; }

    /// <summary>The most items to send at once; the rest follows by continue.</summary>
    [ProtoField(7)]
    public long? Limit { get; set; }

    /// <summary>Token of the part before.</summary>
    [ProtoField(8)]
    public string? Continue { get; set; }

    /// <summary>True to begin a watch with all present objects.</summary>
    [ProtoField(11, IsPointer = true)]
    public bool? SendInitialEvents { get; set; }

    /// <summary>Only one share of the collection.</summary>
    [ProtoField(15)]
    public string? ShardSelector { get; set; }
}
