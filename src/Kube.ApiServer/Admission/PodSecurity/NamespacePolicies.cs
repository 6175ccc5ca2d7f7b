using Kube.Machinery.Validation;

namespace Kube.ApiServer.Admission.PodSecurity;

/// <summary>
/// What a namespace's labels <c>pod-security.kubernetes.io/enforce</c>, <c>audit</c> and <c>warn</c>, each with its <c>-version</c>, ask for.
/// A level that cannot be read counts as restricted, a version that cannot be read as latest: a typo must not open the door.
/// </summary>
/// <param name="Enforce">Pods that break it are refused.</param>
/// <param name="Audit">Breaking it is noted for auditors.</param>
/// <param name="Warn">Who breaks it is told so.</param>
internal sealed record NamespacePolicies(PodSecurityPolicy Enforce, PodSecurityPolicy Audit, PodSecurityPolicy Warn)
{
    private const string Prefix = "pod-security.kubernetes.io/";
    private static readonly string[] s_modes = ["enforce", "audit", "warn"];

    /// <summary>False where every pod is welcome, without a word.</summary>
    public bool AsksOfPods => Enforce.Level != PodSecurityLevel.Privileged || Warn.Level != PodSecurityLevel.Privileged;

    /// <summary>Reads the labels.</summary>
    public static NamespacePolicies Of(Dictionary<string, string>? labels) => new(Read(labels, "enforce"), Read(labels, "audit"), Read(labels, "warn"));

    /// <summary>Every label that cannot be read.</summary>
    public static void Check(Dictionary<string, string>? labels, FieldErrors errors)
    {
        foreach (var mode in s_modes)
        {
            var (level, version) = (Prefix + mode, Prefix + mode + "-version");
            if (labels?.GetValueOrDefault(level) is { } l && PodSecurityPolicy.LevelOf(l) is null)
            {
                errors.Invalid(FieldPath.Of("metadata", "labels").Key(level), l, "must be one of privileged, baseline, restricted");
            }

            if (labels?.GetValueOrDefault(version) is { } v && PodSecurityPolicy.MinorOf(v) is null)
            {
                errors.Invalid(FieldPath.Of("metadata", "labels").Key(version), v, "must be \"latest\" or \"v1.x\"");
            }
        }
    }

    private static PodSecurityPolicy Read(Dictionary<string, string>? labels, string mode)
    {
        if (labels?.GetValueOrDefault(Prefix + mode) is not { } level)
        {
            return PodSecurityPolicy.None;
        }

        var minor = labels.GetValueOrDefault(Prefix + mode + "-version") is { } version ? PodSecurityPolicy.MinorOf(version) : null;
        return new PodSecurityPolicy(PodSecurityPolicy.LevelOf(level) ?? PodSecurityLevel.Restricted, minor ?? int.MaxValue);
    }
}
