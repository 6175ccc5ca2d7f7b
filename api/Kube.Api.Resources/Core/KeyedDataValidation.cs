using System.Text;
using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>What ConfigMaps and Secrets have in common: keys that are file names, a size limit, and a lock against changes.</summary>
internal static class KeyedDataValidation
{
    /// <summary>1 MiB: objects live in etcd and in every reader's memory.</summary>
    public const int MaximumSize = 1024 * 1024;

    private const string Locked = "field is immutable when `immutable` is set";
    private static readonly FieldPath s_data = FieldPath.Of("data");

    public static void Check(ConfigMap map, FieldErrors errors)
    {
        var binary = FieldPath.Of("binaryData");
        CheckKeys(map.Data?.Keys, s_data, errors);
        foreach (var key in map.Data?.Keys.Where(k => map.BinaryData?.ContainsKey(k) == true) ?? [])
        {
            errors.Invalid(s_data.Key(key), key, "duplicate of key present in binaryData");
        }

        CheckKeys(map.BinaryData?.Keys, binary, errors);
        var size = (map.Data?.Values.Sum(v => (long)Encoding.UTF8.GetByteCount(v ?? "")) ?? 0) + (map.BinaryData?.Values.Sum(v => (long)(v?.Length ?? 0)) ?? 0);
        if (size > MaximumSize)
        {
            errors.TooLong(FieldPath.Of("[]"), MaximumSize);
        }
    }

    public static void CheckUpdate(ConfigMap map, ConfigMap old, FieldErrors errors)
    {
        if (old.Immutable != true)
        {
            return;
        }

        CheckStillLocked(map.Immutable, errors);
        if (!Maps.Same(map.Data, old.Data))
        {
            errors.Forbidden(s_data, Locked);
        }

        if (!SameBytes(map.BinaryData, old.BinaryData))
        {
            errors.Forbidden(FieldPath.Of("binaryData"), Locked);
        }
    }

    public static void CheckKeysAndSize(Secret secret, FieldErrors errors)
    {
        CheckKeys(secret.Data?.Keys, s_data, errors);
        if (secret.Data?.Values.Sum(v => (long)(v?.Length ?? 0)) > MaximumSize)
        {
            errors.TooLong(s_data, MaximumSize);
        }
    }

    public static void CheckLock(Secret secret, Secret old, FieldErrors errors)
    {
        if (old.Immutable != true)
        {
            return;
        }

        CheckStillLocked(secret.Immutable, errors);
        if (!SameBytes(secret.Data, old.Data))
        {
            errors.Forbidden(s_data, Locked);
        }
    }

    private static void CheckStillLocked(bool? immutable, FieldErrors errors)
    {
        if (immutable != true)
        {
            errors.Forbidden(FieldPath.Of("immutable"), Locked);
        }
    }

    private static void CheckKeys(IEnumerable<string>? keys, FieldPath path, FieldErrors errors)
    {
        foreach (var key in keys ?? [])
        {
            if (ObjectNames.ConfigKeyError(key) is { } problem)
            {
                errors.Invalid(path.Key(key), key, problem);
            }
        }
    }

    private static bool SameBytes(Dictionary<string, byte[]>? left, Dictionary<string, byte[]>? right) => (left?.Count ?? 0) == (right?.Count ?? 0)
        && (left is null || left.All(l => right!.TryGetValue(l.Key, out var value) && (value ?? []).AsSpan().SequenceEqual(l.Value)));
}
