namespace Kube.Api.Meta.V1;

/// <summary>How to delete an object.</summary>
public sealed class DeleteOptions
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Seconds it has to end; the kind's default when absent, 0 for at once.</summary>
    [ProtoField(1, IsPointer = true)]
    public long? GracePeriodSeconds { get; set; }

    /// <summary>What must hold, or the delete is refused.</summary>
    [ProtoField(2, IsPointer = true)]
    public Preconditions? Preconditions { get; set; }

    /// <summary>Older form of propagationPolicy.</summary>
    [ProtoField(3, IsPointer = true)]
    public bool? OrphanDependents { get; set; }

    /// <summary>What happens to dependents: Background, Foreground or Orphan.</summary>
    [ProtoField(4, IsPointer = true)]
    public string? PropagationPolicy { get; set; }

    /// <summary>All to go through everything but delete nothing.</summary>
    [ProtoField(5)]
    public List<string>? DryRun { get; set; }

    /// <summary>True to delete an object that can no longer be read. Leaves behind what it was in charge of.</summary>
    [ProtoField(6, IsPointer = true)]
    public bool? IgnoreStoreReadErrorWithClusterBreakingPotential { get; set; }
}
