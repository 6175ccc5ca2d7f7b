using Kube.Api.Core.V1;

namespace Kube.ApiServer.Admission.PodSecurity;

/// <summary>A pod, or a workload's template of one, with the containers of all three kinds seen alike.</summary>
internal sealed class PodUnderReview(Dictionary<string, string>? annotations, PodSpec spec)
{
    /// <summary>The spec.</summary>
    public PodSpec Spec => spec;

    /// <summary>The pod's security context; empty when it has none.</summary>
    public PodSecurityContext Security { get; } = spec.SecurityContext ?? new PodSecurityContext();

    /// <summary>The annotations; empty when there are none.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; } = annotations ?? [];

    /// <summary>True for pods of Windows nodes, which some rules leave alone.</summary>
    public bool IsWindows => spec.Os?.Name == "windows";

    /// <summary>Init containers, containers and ephemeral containers.</summary>
    public IReadOnlyList<Reviewed> Containers { get; } =
    [
        .. (spec.InitContainers ?? []).Select(Of),
        .. (spec.Containers ?? []).Select(Of),
        .. (spec.EphemeralContainers ?? []).Select(c => new Reviewed(c.Name ?? "", c.SecurityContext ?? new SecurityContext(), c.Ports ?? [], [])),
    ];

    private static Reviewed Of(Container c) => new(c.Name ?? "", c.SecurityContext ?? new SecurityContext(), c.Ports ?? [], [.. Hosts(c).OfType<string>().Where(h => h.Length > 0)]);

    private static IEnumerable<string?> Hosts(Container c)
    {
        foreach (var probe in new[] { c.LivenessProbe, c.ReadinessProbe, c.StartupProbe })
        {
            yield return probe?.HttpGet?.Host;
            yield return probe?.TcpSocket?.Host;
        }

        foreach (var handler in new[] { c.Lifecycle?.PostStart, c.Lifecycle?.PreStop })
        {
            yield return handler?.HttpGet?.Host;
            yield return handler?.TcpSocket?.Host;
        }
    }

    /// <summary>What the rules look at in a container.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Security">Its security context; empty when it has none.</param>
    /// <param name="Ports">Its ports.</param>
    /// <param name="Hosts">Hosts that its probes and lifecycle handlers call, beyond the pod itself.</param>
    internal sealed record Reviewed(string Name, SecurityContext Security, IReadOnlyList<ContainerPort> Ports, IReadOnlyList<string> Hosts);
}
