using System.Globalization;
using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of a LimitRange: its bounds must not contradict each other.</summary>
internal static class LimitRangeValidation
{
    private const string ForPods = "may not be specified when `type` is 'Pod'";
    private static readonly FieldPath s_limits = FieldPath.Of("spec", "limits");

    public static void Check(LimitRange range, FieldErrors errors)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var items = range.Spec?.Limits ?? [];
        for (var i = 0; i < items.Count; i++)
        {
            var path = s_limits.Index(i);
            CheckType(items[i].Type ?? "", seen, path.Child("type"), errors);
            CheckNames(items[i], path, errors);
            foreach (var name in NamesOf(items[i]))
            {
                Compare(items[i], name, path, errors);
            }
        }
    }

    private static void CheckType(string type, HashSet<string> seen, FieldPath path, FieldErrors errors)
    {
        FieldRules.QualifiedName(type, path, errors);
        if (!type.Contains('/', StringComparison.Ordinal) && type is not (LimitType.Pod or LimitType.Container or LimitType.PersistentVolumeClaim))
        {
            errors.Invalid(path, type, "must be a standard limit type or fully qualified");
        }

        if (!seen.Add(type))
        {
            errors.Duplicate(path, type);
        }
    }

    private static void CheckNames(LimitRangeItem item, FieldPath path, FieldErrors errors)
    {
        CheckNames(item, item.Max, path.Child("max"), errors);
        CheckNames(item, item.Min, path.Child("min"), errors);
        if (item.Type == LimitType.Pod)
        {
            ForbidForPods(item.Default, path.Child("default"), errors);
            ForbidForPods(item.DefaultRequest, path.Child("defaultRequest"), errors);
        }
        else
        {
            CheckNames(item, item.Default, path.Child("default"), errors);
            CheckNames(item, item.DefaultRequest, path.Child("defaultRequest"), errors);
        }

        if (item.Type == LimitType.PersistentVolumeClaim && Of(item.Min, ResourceName.Storage) is null && Of(item.Max, ResourceName.Storage) is null)
        {
            errors.Required(path.Child("limits"), "either minimum or maximum storage value is required, but neither was provided");
        }

        CheckNames(item, item.MaxLimitRequestRatio, path.Child("maxLimitRequestRatio"), errors);
    }

    private static void CheckNames(LimitRangeItem item, Dictionary<string, Quantity>? amounts, FieldPath path, FieldErrors errors)
    {
        foreach (var name in amounts?.Keys ?? Enumerable.Empty<string>())
        {
            if (item.Type is LimitType.Pod or LimitType.Container)
            {
                ResourceNames.CheckForContainers(name, path.Key(name), errors);
            }
            else
            {
                ResourceNames.Check(name, path.Key(name), errors);
            }
        }
    }

    private static void ForbidForPods(Dictionary<string, Quantity>? amounts, FieldPath path, FieldErrors errors)
    {
        if (amounts is { Count: > 0 })
        {
            errors.Forbidden(path, ForPods);
        }
    }

    private static void Compare(LimitRangeItem item, string name, FieldPath path, FieldErrors errors)
    {
        var pods = item.Type == LimitType.Pod;
        var (min, max) = (Of(item.Min, name), Of(item.Max, name));
        var (standard, request) = (pods ? null : Of(item.Default, name), pods ? null : Of(item.DefaultRequest, name));
        var (minAt, standardAt, requestAt) = (path.Child("min").Key(name), path.Child("default").Key(name), path.Child("defaultRequest").Key(name));
        InOrder(min, max, min, minAt, "min", "max", errors);
        InOrder(min, request, request, requestAt, "min", "default request", errors);
        InOrder(request, max, request, requestAt, "default request", "max", errors);
        InOrder(request, standard, request, requestAt, "default request", "default limit", errors);
        InOrder(min, standard, min, standardAt, "min", "default", errors);
        InOrder(standard, max, max, standardAt, "default", "max", errors);
        CheckRatio(Of(item.MaxLimitRequestRatio, name), min, max, path.Child("maxLimitRequestRatio").Key(name), errors);
        if (standard is { } limit && request is { } asked && limit != asked && !ResourceNames.MayBeOvercommitted(name))
        {
            errors.Invalid(requestAt, asked.ToString(), $"default value {limit} must equal to defaultRequest value {asked} in {name}");
        }
    }

    private static void InOrder(Quantity? low, Quantity? high, Quantity? shown, FieldPath path, string lowName, string highName, FieldErrors errors)
    {
        if (low > high)
        {
            errors.Invalid(path, shown.ToString(), $"{lowName} value {low} is greater than {highName} value {high}");
        }
    }

    private static void CheckRatio(Quantity? given, Quantity? min, Quantity? max, FieldPath path, FieldErrors errors)
    {
        if (given is not { } ratio)
        {
            return;
        }

        if (ratio.Value < 1)
        {
            errors.Invalid(path, ratio.ToString(), $"ratio {ratio} is less than 1");
        }

        if (min is { Value: > 0 } least && max is { } most && ratio.Value * least.Value > most.Value)
        {
            errors.Invalid(path, ratio.ToString(), string.Create(CultureInfo.InvariantCulture, $"ratio {ratio} is greater than max/min = {most.Value / least.Value:F6}"));
        }
    }

    private static IEnumerable<string> NamesOf(LimitRangeItem item) =>
        new[] { item.Max, item.Min, item.Default, item.DefaultRequest, item.MaxLimitRequestRatio }.SelectMany(m => m?.Keys ?? Enumerable.Empty<string>()).Distinct().Order(StringComparer.Ordinal);

    private static Quantity? Of(Dictionary<string, Quantity>? amounts, string name) => amounts is not null && amounts.TryGetValue(name, out var amount) ? amount : null;
}
