namespace Kube.Api.Diagnosis;

/// <summary>What a proxy says it has put into the kernel of its machine for one Service.</summary>
public sealed class ServiceRules
{
    /// <summary>Whether the kernel took the proxy's last change.</summary>
    public bool? Programmed { get; set; }

    /// <summary>The ports with rules; empty when there are none for this Service.</summary>
    public List<ServicePortRules>? Ports { get; set; }
}
