namespace Kube.Kubelet.Runtime;

/// <summary>What containers and the machine use of it.</summary>
internal interface IResourceUsage
{
    /// <summary>One running container; null where that cannot be told.</summary>
    ResourceUsage? Of(ContainerSnapshot container);

    /// <summary>The whole machine; null where there is none.</summary>
    ResourceUsage? OfMachine();
}

/// <summary>A reading of the kernel's counters.</summary>
/// <param name="CpuNanoseconds">Processor time since the start.</param>
/// <param name="WorkingSet">Memory that cannot be taken back at will: usage without the file cache nobody has touched lately.</param>
/// <param name="Usage">All memory counted.</param>
/// <param name="StartedAt">Since when the processor time counts.</param>
internal sealed record ResourceUsage(long CpuNanoseconds, long WorkingSet, long Usage, DateTime? StartedAt);
