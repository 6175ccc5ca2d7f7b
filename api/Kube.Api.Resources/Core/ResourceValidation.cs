using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of a container's resources.</summary>
internal static class ResourceValidation
{
    private const string HugePages = "hugepages-";

    public static void Check(ResourceRequirements? resources, FieldPath path, FieldErrors errors)
    {
        CheckAmounts(resources?.Limits, path.Child("limits"), errors);
        CheckAmounts(resources?.Requests, path.Child("requests"), errors);
        foreach (var (name, request) in resources?.Requests ?? [])
        {
            CheckAgainstLimit(name, request, resources!.Limits, path, errors);
        }

        var names = (resources?.Limits?.Keys ?? Enumerable.Empty<string>()).Concat(resources?.Requests?.Keys ?? Enumerable.Empty<string>()).ToHashSet();
        if (names.Any(IsHugePages) && !names.Contains(ResourceName.Cpu) && !names.Contains(ResourceName.Memory))
        {
            errors.Forbidden(path, "HugePages require cpu or memory");
        }
    }

    /// <summary>Names and amounts of a list of resources; also a node's capacity, whose names are freer.</summary>
    public static void CheckAmount(string name, Quantity amount, FieldPath path, FieldErrors errors)
    {
        if (amount.Value < 0)
        {
            errors.Invalid(path, amount.ToString(), "must be greater than or equal to 0");
        }
        else if ((IsExtended(name) || IsHugePages(name)) && decimal.Truncate(amount.Value) != amount.Value)
        {
            errors.Invalid(path, amount.ToString(), "must be an integer");
        }
    }

    private static void CheckAmounts(Dictionary<string, Quantity>? amounts, FieldPath path, FieldErrors errors)
    {
        foreach (var (name, amount) in amounts ?? [])
        {
            var at = path.Key(name);
            FieldRules.QualifiedName(name, at, errors);
            if (!name.Contains('/', StringComparison.Ordinal) && !IsStandard(name))
            {
                errors.Invalid(at, name, "must be a standard resource for containers");
            }

            CheckAmount(name, amount, at, errors);
        }
    }

    private static void CheckAgainstLimit(string name, Quantity request, Dictionary<string, Quantity>? limits, FieldPath path, FieldErrors errors)
    {
        var whole = IsExtended(name) || IsHugePages(name);
        if (limits is null || !limits.TryGetValue(name, out var limit))
        {
            if (whole)
            {
                errors.Required(path.Child("limits"), "Limit must be set for non overcommitable resources");
            }

            return;
        }

        if (whole && request != limit)
        {
            errors.Invalid(path.Child("requests"), request.ToString(), $"must be equal to {name} limit of {limit}");
        }
        else if (request > limit)
        {
            errors.Invalid(path.Child("requests"), request.ToString(), $"must be less than or equal to {name} limit of {limit}");
        }
    }

    private static bool IsStandard(string name) => name is ResourceName.Cpu or ResourceName.Memory or ResourceName.EphemeralStorage || IsHugePages(name);

    private static bool IsHugePages(string name) => name.StartsWith(HugePages, StringComparison.Ordinal);

    private static bool IsExtended(string name) => name.Contains('/', StringComparison.Ordinal) && !name.StartsWith("kubernetes.io/", StringComparison.Ordinal);
}
