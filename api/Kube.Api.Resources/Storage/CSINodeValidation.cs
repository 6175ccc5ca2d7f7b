using Kube.Api.Resources.Core;
using Kube.Api.Storage.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Storage;

/// <summary>The rules of a CSINode.</summary>
internal static class CSINodeValidation
{
    private const int MaximumNodeId = 256;

    public static void Check(List<CSINodeDriver> drivers, FieldErrors errors)
    {
        var path = FieldPath.Of("spec", "drivers");
        var names = new HashSet<string>();
        for (var i = 0; i < drivers.Count; i++)
        {
            var (driver, at) = (drivers[i], path.Index(i));
            Check(driver, at, errors);
            if (!names.Add(driver.Name ?? ""))
            {
                errors.Duplicate(at.Child("name"), driver.Name);
            }
        }
    }

    /// <summary>A driver that is there stays as it is, but for how many volumes it can take; it can go, and come back different.</summary>
    public static void CheckUpdate(List<CSINodeDriver> drivers, List<CSINodeDriver> old, FieldErrors errors)
    {
        foreach (var driver in drivers)
        {
            if (old.FirstOrDefault(o => o.Name == driver.Name) is not { } before)
            {
                continue;
            }

            var now = ApiJson.Clone(driver);
            now.Allocatable = before.Allocatable;
            if (!Wire.Same(now, before))
            {
                errors.Immutable(FieldPath.Of("CSINodeDriver"), FieldRules.Shown(driver));
            }
        }
    }

    private static void Check(CSINodeDriver driver, FieldPath path, FieldErrors errors)
    {
        ShareValidation.DriverName(driver.Name, path.Child("name"), errors);
        FieldRules.Required(driver.NodeID, path.Child("nodeID"), errors);
        if (driver.NodeID?.Length > MaximumNodeId)
        {
            errors.Invalid(path.Child("nodeID"), driver.NodeID, $"must be {MaximumNodeId} characters or less");
        }

        FieldRules.NonNegative(driver.Allocatable?.Count, path.Child("allocatable", "count"), errors);
        var keys = new HashSet<string>();
        foreach (var key in driver.TopologyKeys ?? [])
        {
            if (!keys.Add(key))
            {
                errors.Duplicate(path.Child("topologyKeys"), key);
            }

            FieldRules.QualifiedName(key, path.Child("topologyKeys"), errors);
        }
    }
}
