using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The names of what can be asked for, bounded and counted. Names with a slash are somebody's own.</summary>
internal static class ResourceNames
{
    private const string HugePages = "hugepages-";
    private const string Requests = "requests.";

    private static readonly HashSet<string> s_counts = new(StringComparer.Ordinal)
    {
        ResourceName.Pods, ResourceName.Resourcequotas, ResourceName.Services, ResourceName.Replicationcontrollers, ResourceName.Secrets, ResourceName.Configmaps,
        ResourceName.Persistentvolumeclaims, ResourceName.ServicesNodeports, ResourceName.ServicesLoadbalancers,
    };

    private static readonly HashSet<string> s_amounts = new(StringComparer.Ordinal)
    {
        ResourceName.Cpu, ResourceName.Memory, ResourceName.EphemeralStorage, ResourceName.RequestsCpu, ResourceName.RequestsMemory, ResourceName.RequestsStorage,
        ResourceName.RequestsEphemeralStorage, ResourceName.LimitsCpu, ResourceName.LimitsMemory, ResourceName.LimitsEphemeralStorage,
    };

    /// <summary>A name that a container can ask for.</summary>
    public static void CheckForContainers(string name, FieldPath path, FieldErrors errors)
    {
        FieldRules.QualifiedName(name, path, errors);
        if (IsPlain(name) && !(name is ResourceName.Cpu or ResourceName.Memory or ResourceName.EphemeralStorage || IsHugePages(name)))
        {
            errors.Invalid(path, name, "must be a standard resource for containers");
        }
    }

    /// <summary>A name that anything can ask for.</summary>
    public static void Check(string name, FieldPath path, FieldErrors errors)
    {
        FieldRules.QualifiedName(name, path, errors);
        if (IsPlain(name) && !(name == ResourceName.Storage || s_counts.Contains(name) || s_amounts.Contains(name) || IsHugePages(name)))
        {
            errors.Invalid(path, name, "must be a standard resource type or fully qualified");
        }
    }

    /// <summary>A name that a quota can bound.</summary>
    public static void CheckForQuota(string name, FieldPath path, FieldErrors errors)
    {
        FieldRules.QualifiedName(name, path, errors);
        if (IsPlain(name) && !IsStandardForQuota(name))
        {
            errors.Invalid(path, name, "must be a standard resource for quota");
        }
    }

    /// <summary>True for what every cluster knows how to bound.</summary>
    public static bool IsStandardForQuota(string name) => s_counts.Contains(name) || s_amounts.Contains(name) || IsHugePages(name)
        || (name.StartsWith(Requests, StringComparison.Ordinal) && IsHugePages(name[Requests.Length..]));

    /// <summary>True for what comes in whole units only.</summary>
    public static bool IsWhole(string name) => s_counts.Contains(name)
        || (name.Contains('/', StringComparison.Ordinal) && !IsNative(name) && !name.StartsWith(Requests, StringComparison.Ordinal));

    /// <summary>True where limits may exceed requests: the cluster's own resources but for huge pages.</summary>
    public static bool MayBeOvercommitted(string name) => IsNative(name) && !IsHugePages(name);

    private static bool IsNative(string name) => IsPlain(name) || name.Contains("kubernetes.io/", StringComparison.Ordinal);

    private static bool IsPlain(string name) => !name.Contains('/', StringComparison.Ordinal);

    private static bool IsHugePages(string name) => name.StartsWith(HugePages, StringComparison.Ordinal);
}
