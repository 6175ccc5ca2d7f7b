namespace Kube.ApiServer.Admission.PodSecurity;

/// <summary>One rule of a level.</summary>
/// <param name="Name">Identity, for <paramref name="Replaces"/>.</param>
/// <param name="Level">The lowest level it is part of.</param>
/// <param name="Minor">The minor version of v1 it came with.</param>
/// <param name="Check">What the pod breaks; null when it obeys. The second argument is the version whose rules count.</param>
/// <param name="Replaces">A rule of a lower level that says nothing new where this one counts.</param>
internal sealed record PodSecurityRule(string Name, PodSecurityLevel Level, int Minor, Func<PodUnderReview, int, Violation?> Check, string? Replaces = null);
