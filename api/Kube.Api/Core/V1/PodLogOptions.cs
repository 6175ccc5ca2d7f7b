namespace Kube.Api.Core.V1;

public sealed class PodLogOptions
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    public string? Container { get; set; }

    public bool? Follow { get; set; }

    public bool? Previous { get; set; }

    public long? SinceSeconds { get; set; }

    public DateTime? SinceTime { get; set; }

    public bool? Timestamps { get; set; }

    public long? TailLines { get; set; }

    public long? LimitBytes { get; set; }

    public bool? InsecureSkipTLSVerifyBackend { get; set; }

    public string? Stream { get; set; }
}
