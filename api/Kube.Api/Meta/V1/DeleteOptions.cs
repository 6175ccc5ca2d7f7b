namespace Kube.Api.Meta.V1;

public sealed class DeleteOptions
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    [ProtoField(1, IsPointer = true)]
    public long? GracePeriodSeconds { get; set; }

    [ProtoField(2, IsPointer = true)]
    public Preconditions? Preconditions { get; set; }

    [ProtoField(3, IsPointer = true)]
    public bool? OrphanDependents { get; set; }

    [ProtoField(4, IsPointer = true)]
    public string? PropagationPolicy { get; set; }

    [ProtoField(5)]
    public List<string>? DryRun { get; set; }

    [ProtoField(6, IsPointer = true)]
    public bool? IgnoreStoreReadErrorWithClusterBreakingPotential { get; set; }
}
