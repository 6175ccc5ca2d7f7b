using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The ways a volume can be mounted: their rules, and how a column shows them.</summary>
internal static class AccessModes
{
    private static readonly (string Mode, string Short)[] s_modes =
    [
        (PersistentVolumeAccessMode.ReadWriteOnce, "RWO"),
        (PersistentVolumeAccessMode.ReadOnlyMany, "ROX"),
        (PersistentVolumeAccessMode.ReadWriteMany, "RWX"),
        (PersistentVolumeAccessMode.ReadWriteOncePod, "RWOP"),
    ];

    public static void Check(List<string>? modes, string whenMissing, FieldPath path, FieldErrors errors)
    {
        if (modes is not { Count: > 0 })
        {
            errors.Required(path, whenMissing);
            return;
        }

        foreach (var mode in modes.Where(m => !s_modes.Any(s => s.Mode == m)))
        {
            errors.NotSupported(path, mode, s_modes.Select(s => s.Mode));
        }

        if (modes.Contains(PersistentVolumeAccessMode.ReadWriteOncePod) && modes.Distinct().Count() > 1)
        {
            errors.Forbidden(path, "may not use ReadWriteOncePod with other access modes");
        }
    }

    /// <summary>As columns show them, such as <c>RWO,ROX</c>.</summary>
    public static string Text(List<string>? modes) => string.Join(",", s_modes.Where(m => modes?.Contains(m.Mode) == true).Select(m => m.Short));
}
