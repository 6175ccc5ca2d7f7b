namespace Kube.Api.Meta.V1;

public sealed class DeleteOptions
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    public long? GracePeriodSeconds { get; set; }

    public Preconditions? Preconditions { get; set; }

    public bool? OrphanDependents { get; set; }

    public string? PropagationPolicy { get; set; }

    public List<string>? DryRun { get; set; }

    public bool? IgnoreStoreReadErrorWithClusterBreakingPotential { get; set; }
}
