using System.Globalization;
using Kube.Api.ApiExtensions.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.ApiExtensions;

/// <summary>
/// The rules of a definition's versions. What is the same in all versions (so everything where there is one) is spoken of at the place
/// Kubernetes speaks of it, above the versions.
/// </summary>
internal static class CustomResourceVersionsValidation
{
    private const int LongestWarning = 256;

    private static readonly System.Buffers.SearchValues<char> s_control =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 32).Concat(Enumerable.Range(127, 33)).Select(c => (char)c)]);
    private static readonly string[] s_cellTypes = ["boolean", "date", "integer", "number", "string"];
    private static readonly string[] s_cellFormats = ["byte", "date", "date-time", "double", "float", "int32", "int64", "password"];

    public static void Check(List<CustomResourceDefinitionVersion> versions, FieldPath spec, FieldErrors errors)
    {
        var path = spec.Child("versions");
        var sameSchema = AllSame(versions, v => v.Schema);
        var sameSubresources = AllSame(versions, v => v.Subresources);
        var sameColumns = AllSame(versions, v => v.AdditionalPrinterColumns);
        var sameFields = AllSame(versions, v => v.SelectableFields);
        for (var i = 0; i < versions.Count; i++)
        {
            var (version, at) = (versions[i], path.Index(i));
            if (version.Schema?.OpenAPIV3Schema is null)
            {
                errors.Required(at.Child("schema", "openAPIV3Schema"), "schemas are required");
            }

            if (ObjectNames.Dns1035LabelError(version.Name ?? "") is { } problem)
            {
                errors.Invalid(at.Child("name"), version.Name ?? "", problem);
            }

            Deprecation(version, at.Child("deprecationWarning"), errors);
            if (i == 0 || !sameSchema)
            {
                CustomResourceSchemaValidation.Check(version, sameSchema ? spec.Child("validation") : at.Child("schema"), errors);
            }

            if (i == 0 || !sameSubresources)
            {
                CustomResourceSubresourcesValidation.Check(version.Subresources, (sameSubresources ? spec : at).Child("subresources"), errors);
            }

            if (i == 0 || !sameColumns)
            {
                Columns(version.AdditionalPrinterColumns ?? [], (sameColumns ? spec : at).Child("additionalPrinterColumns"), errors);
            }

            if (i == 0 || !sameFields || !sameSchema)
            {
                CustomResourceSchemaValidation.CheckSelectableFields(version, (sameFields ? spec : at).Child("selectableFields"), errors);
            }
        }

        var names = FieldRules.Shown(versions.Select(v => v.Name ?? "").ToList());
        if (versions.DistinctBy(v => v.Name ?? "").Count() < versions.Count)
        {
            errors.Invalid(path, names, "must contain unique version names");
        }

        if (versions.Count(v => v.Storage == true) != 1)
        {
            errors.Invalid(path, names, "must have exactly one version marked as storage version");
        }
    }

    private static bool AllSame<T>(List<CustomResourceDefinitionVersion> versions, Func<CustomResourceDefinitionVersion, T?> part) where T : class =>
        versions.Skip(1).All(v => Wire.Same(part(v), part(versions[0])));

    private static void Deprecation(CustomResourceDefinitionVersion version, FieldPath path, FieldErrors errors)
    {
        if (version.DeprecationWarning is not { } warning)
        {
            return;
        }

        if (version.Deprecated != true)
        {
            errors.Invalid(path, warning, "can only be set for deprecated versions");
            return;
        }

        if (System.Text.Encoding.UTF8.GetByteCount(warning) > LongestWarning)
        {
            errors.Invalid(path, warning, "must be <= 256 characters long");
        }

        if (warning.Length == 0)
        {
            errors.Invalid(path, warning, "must not be an empty string");
        }

        var bad = warning.AsSpan().IndexOfAny(s_control);
        if (bad >= 0)
        {
            errors.Invalid(path, warning, string.Create(CultureInfo.InvariantCulture, $"must only contain printable UTF-8 characters; non-printable character found at index {bad}"));
        }
    }

    private static void Columns(List<CustomResourceColumnDefinition> columns, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            var (column, at) = (columns[i], path.Index(i));
            var types = $"must be one of {string.Join(',', s_cellTypes)}";
            FieldRules.Required(column.Name, at.Child("name"), errors);
            FieldRules.Required(column.Type, at.Child("type"), errors, types);
            FieldRules.Name(column.Type, t => s_cellTypes.Contains(t) ? null : types, at.Child("type"), errors);
            FieldRules.Name(column.Format, f => s_cellFormats.Contains(f) ? null : $"must be one of {string.Join(',', s_cellFormats)}", at.Child("format"), errors);
            FieldRules.Required(column.JsonPath, at.Child("JSONPath"), errors);
            FieldRules.Name(column.JsonPath, ColumnPathError, at.Child("JSONPath"), errors);
        }
    }

    // Kubernetes takes any path that begins with a point and shows nothing for one it cannot read; here it is said at once.
    private static string? ColumnPathError(string path)
    {
        if (path[0] != '.')
        {
            return "must be a simple json path starting with .";
        }

        try
        {
            Machinery.JsonPath.JsonPathTemplate.ParseRelaxed(path);
            return null;
        }
        catch (Machinery.JsonPath.JsonPathException e)
        {
            return path == "." ? null : $"must be a valid json path: {e.Message}";
        }
    }
}
