namespace Kube.ApiServer.Admission.PodSecurity;

/// <summary>How much a pod may do to its node; each level forbids what the one before it does, and more.</summary>
internal enum PodSecurityLevel
{
    /// <summary>Everything is allowed.</summary>
    Privileged,

    /// <summary>Known ways out of a container are closed.</summary>
    Baseline,

    /// <summary>What hardened workloads do without is forbidden.</summary>
    Restricted,
}
