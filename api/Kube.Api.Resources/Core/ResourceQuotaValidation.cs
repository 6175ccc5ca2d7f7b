using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of a ResourceQuota: what can be bounded, and which scopes go with what.</summary>
internal static class ResourceQuotaValidation
{
    private const string MustExist = "must be 'Exist' when scope is any of ResourceQuotaScopeTerminating, ResourceQuotaScopeNotTerminating, ResourceQuotaScopeBestEffort, ResourceQuotaScopeNotBestEffort or ResourceQuotaScopeCrossNamespacePodAffinity";

    private static readonly FieldPath s_spec = FieldPath.Of("spec");

    private static readonly (string, string)[] s_opposites =
    [
        (ResourceQuotaScope.BestEffort, ResourceQuotaScope.NotBestEffort),
        (ResourceQuotaScope.Terminating, ResourceQuotaScope.NotTerminating),
    ];

    public static void Check(ResourceQuota quota, FieldErrors errors)
    {
        var spec = quota.Spec ?? new ResourceQuotaSpec();
        CheckAmounts(spec.Hard, s_spec.Child("hard"), errors);
        CheckScopes(spec, errors);
        CheckSelector(spec, errors);
    }

    /// <summary>Which objects count is decided once.</summary>
    public static void CheckUpdate(ResourceQuota quota, ResourceQuota old, FieldErrors errors)
    {
        var (scopes, before) = (quota.Spec?.Scopes ?? [], old.Spec?.Scopes ?? []);
        if (!scopes.ToHashSet().SetEquals(before))
        {
            errors.Immutable(s_spec.Child("scopes"), Shown(scopes));
        }
    }

    public static void CheckStatus(ResourceQuota quota, FieldErrors errors)
    {
        var path = FieldPath.Of("status");
        CheckAmounts(quota.Status?.Hard, path.Child("hard"), errors);
        CheckAmounts(quota.Status?.Used, path.Child("used"), errors);
    }

    private static void CheckAmounts(Dictionary<string, Quantity>? amounts, FieldPath path, FieldErrors errors)
    {
        foreach (var (name, amount) in amounts ?? [])
        {
            var at = path.Key(name);
            ResourceNames.CheckForQuota(name, at, errors);
            if (amount.Value < 0)
            {
                errors.Invalid(at, amount.ToString(), "must be greater than or equal to 0");
            }

            if (ResourceNames.IsWhole(name) && decimal.Truncate(amount.Value) != amount.Value)
            {
                errors.Invalid(at, amount.ToString(), "must be an integer");
            }
        }
    }

    private static void CheckScopes(ResourceQuotaSpec spec, FieldErrors errors)
    {
        var (scopes, path) = (spec.Scopes ?? [], s_spec.Child("scopes"));
        foreach (var scope in scopes)
        {
            if (!IsKnown(scope))
            {
                errors.Invalid(path, Shown(scopes), "unsupported scope");
            }

            Bounded(spec, scope, () => errors.Invalid(path, Shown(scopes), "unsupported scope applied to resource"));
        }

        CheckOpposites(scopes, Shown(scopes), path, errors);
    }

    private static void CheckSelector(ResourceQuotaSpec spec, FieldErrors errors)
    {
        var (terms, path) = (spec.ScopeSelector?.MatchExpressions ?? [], s_spec.Child("scopeSelector", "matchExpressions"));
        foreach (var term in terms)
        {
            if (!IsKnown(term.ScopeName))
            {
                errors.Invalid(path.Child("scopeName"), term.ScopeName ?? "", "unsupported scope");
            }

            Bounded(spec, term.ScopeName, () => errors.Invalid(path, FieldRules.Shown(spec.ScopeSelector), "unsupported scope applied to resource"));
            CheckOperator(term, path, errors);
        }

        CheckOpposites([.. terms.Select(t => t.ScopeName ?? "")], Shown(spec.Scopes ?? []), path, errors);
    }

    private static void CheckOperator(ScopedResourceSelectorRequirement term, FieldPath path, FieldErrors errors)
    {
        var valued = term.ScopeName is ResourceQuotaScope.PriorityClass or ResourceQuotaScope.VolumeAttributesClass;
        if (IsKnown(term.ScopeName) && !valued && term.Operator != ScopeSelectorOperator.Exists)
        {
            errors.Invalid(path.Child("operator"), term.Operator ?? "", MustExist);
        }

        switch (term.Operator)
        {
            case ScopeSelectorOperator.In or ScopeSelectorOperator.NotIn when term.Values is not { Count: > 0 }:
                errors.Required(path.Child("values"), "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector");
                break;
            case ScopeSelectorOperator.Exists or ScopeSelectorOperator.DoesNotExist when term.Values is { Count: > 0 }:
                errors.Invalid(path.Child("values"), Shown(term.Values), "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector");
                break;
            case ScopeSelectorOperator.In or ScopeSelectorOperator.NotIn or ScopeSelectorOperator.Exists or ScopeSelectorOperator.DoesNotExist:
                break;
            default:
                errors.Invalid(path.Child("operator"), term.Operator ?? "", "not a valid selector operator");
                break;
        }
    }

    private static void CheckOpposites(List<string> scopes, IFormattable shown, FieldPath path, FieldErrors errors)
    {
        foreach (var (one, other) in s_opposites)
        {
            if (scopes.Contains(one) && scopes.Contains(other))
            {
                errors.Invalid(path, shown, "conflicting scopes");
            }
        }
    }

    /// <summary>Calls <paramref name="refuse"/> for each bounded resource that says nothing about the objects of a scope.</summary>
    private static void Bounded(ResourceQuotaSpec spec, string? scope, Action refuse)
    {
        foreach (var name in spec.Hard?.Keys.Where(ResourceNames.IsStandardForQuota) ?? [])
        {
            if (!GoesWith(scope, name))
            {
                refuse();
            }
        }
    }

    private static bool GoesWith(string? scope, string name) => scope switch
    {
        ResourceQuotaScope.BestEffort => name == ResourceName.Pods,
        ResourceQuotaScope.VolumeAttributesClass => name is ResourceName.Persistentvolumeclaims or ResourceName.RequestsStorage,
        _ when IsKnown(scope) => name is ResourceName.Pods or ResourceName.Cpu or ResourceName.Memory or ResourceName.RequestsCpu or ResourceName.RequestsMemory
            or ResourceName.LimitsCpu or ResourceName.LimitsMemory,
        _ => true,
    };

    private static bool IsKnown(string? scope) => scope is ResourceQuotaScope.Terminating or ResourceQuotaScope.NotTerminating or ResourceQuotaScope.BestEffort
        or ResourceQuotaScope.NotBestEffort or ResourceQuotaScope.PriorityClass or ResourceQuotaScope.CrossNamespacePodAffinity or ResourceQuotaScope.VolumeAttributesClass;

    private static IFormattable Shown(List<string> values) => FieldRules.Shown(values);
}
