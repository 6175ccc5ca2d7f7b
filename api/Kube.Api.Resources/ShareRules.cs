using System.Globalization;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources;

/// <summary>The rules of a number that may also be a percentage, such as how many pods of a workload may be away.</summary>
internal static class ShareRules
{
    private const string PercentText = "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')";

    /// <summary>Zero or more, or a percentage.</summary>
    public static void NonNegative(IntOrString? value, FieldPath path, FieldErrors errors)
    {
        if (value is { IsString: true } && Number(value) is null)
        {
            errors.Invalid(path, value, PercentText);
        }
        else
        {
            FieldRules.NonNegative(value?.Int, path, errors);
        }
    }

    /// <summary>A percentage that is not above 100; numbers may be as large as they like.</summary>
    public static void AtMostAll(IntOrString? value, FieldPath path, FieldErrors errors)
    {
        if (value is { IsString: true } && Number(value) > 100)
        {
            errors.Invalid(path, value, "must not be greater than 100%");
        }
    }

    /// <summary>The number of a count or a percentage; null for text that is neither.</summary>
    public static int? Number(IntOrString? value) => value is not { String: { } text } ? value?.Int ?? 0
        : text.EndsWith('%') && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) ? percent : null;
}
