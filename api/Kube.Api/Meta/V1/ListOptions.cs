namespace Kube.Api.Meta.V1;

public sealed class ListOptions
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    public string? LabelSelector { get; set; }

    public string? FieldSelector { get; set; }

    public bool? Watch { get; set; }

    public bool? AllowWatchBookmarks { get; set; }

    public string? ResourceVersion { get; set; }

    public string? ResourceVersionMatch { get; set; }

    public long? TimeoutSeconds { get; set; }

    public long? Limit { get; set; }

    public string? Continue { get; set; }

    public bool? SendInitialEvents { get; set; }

    public string? ShardSelector { get; set; }
}
