using System.Globalization;

namespace Kube.ApiServer.Admission.PodSecurity;

/// <summary>A level, and the version of Kubernetes whose rules count for it.</summary>
/// <param name="Level">The level.</param>
/// <param name="Minor">Minor version of v1; <see cref="int.MaxValue"/> for <c>latest</c>.</param>
internal sealed record PodSecurityPolicy(PodSecurityLevel Level, int Minor)
{
    private static readonly string[] s_levels = ["privileged", "baseline", "restricted"];

    /// <summary>Nothing is forbidden.</summary>
    public static PodSecurityPolicy None { get; } = new(PodSecurityLevel.Privileged, int.MaxValue);

    /// <summary>What a level's label says; null when that is no level.</summary>
    public static PodSecurityLevel? LevelOf(string text) => Array.IndexOf(s_levels, text) is >= 0 and var level ? (PodSecurityLevel)level : null;

    /// <summary>What a version's label says; null when that is no version.</summary>
    public static int? MinorOf(string text) =>
        text == "latest" ? int.MaxValue
        : text.StartsWith("v1.", StringComparison.Ordinal) && int.TryParse(text.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var minor) ? minor
        : null;

    /// <summary>As messages name it: <c>restricted:latest</c>.</summary>
    public override string ToString() => $"{s_levels[(int)Level]}:{(Minor == int.MaxValue ? "latest" : $"v1.{Minor}")}";
}
