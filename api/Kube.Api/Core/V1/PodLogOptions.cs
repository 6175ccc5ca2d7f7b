namespace Kube.Api.Core.V1;

public sealed class PodLogOptions
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    [ProtoField(1)]
    public string? Container { get; set; }

    [ProtoField(2)]
    public bool? Follow { get; set; }

    [ProtoField(3)]
    public bool? Previous { get; set; }

    [ProtoField(4, IsPointer = true)]
    public long? SinceSeconds { get; set; }

    [ProtoField(5, IsPointer = true)]
    public DateTime? SinceTime { get; set; }

    [ProtoField(6)]
    public bool? Timestamps { get; set; }

    [ProtoField(7, IsPointer = true)]
    public long? TailLines { get; set; }

    [ProtoField(8, IsPointer = true)]
    public long? LimitBytes { get; set; }

    [ProtoField(9)]
    public bool? InsecureSkipTLSVerifyBackend { get; set; }

    [ProtoField(10, IsPointer = true)]
    public string? Stream { get; set; }
}
