using System.Globalization;
using System.Net;
using System.Text.Json;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources;

/// <summary>Checks that many kinds share, in Kubernetes' words. Each adds to the errors and never throws.</summary>
internal static class FieldRules
{
    private const string IPText = "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)";
    private const int MaximumPortName = 15;

    /// <summary>The value must be zero or more.</summary>
    public static void NonNegative(long? value, FieldPath path, FieldErrors errors)
    {
        if (value < 0)
        {
            errors.Invalid(path, value, "must be greater than or equal to 0");
        }
    }

    /// <summary>The value must be a port number.</summary>
    public static void Port(int? value, FieldPath path, FieldErrors errors)
    {
        if (value is null or < 1 or > 65535)
        {
            errors.Invalid(path, value ?? 0, "must be between 1 and 65535, inclusive");
        }
    }

    /// <summary>A port by number or by the name of a container's port.</summary>
    public static void PortOrName(IntOrString? value, FieldPath path, FieldErrors errors)
    {
        if (value is { String: { } name })
        {
            PortName(name, path, errors);
        }
        else
        {
            Port(value?.Int, path, errors);
        }
    }

    /// <summary>The name of a port: a service name as IANA registers them.</summary>
    public static void PortName(string name, FieldPath path, FieldErrors errors)
    {
        if (name.Length > MaximumPortName)
        {
            errors.Invalid(path, name, $"must be no more than {MaximumPortName} characters");
        }

        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            errors.Invalid(path, name, "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
        }

        if (!name.Any(char.IsAsciiLetterLower))
        {
            errors.Invalid(path, name, "must contain at least one letter (a-z)");
        }

        if (name.Contains("--", StringComparison.Ordinal))
        {
            errors.Invalid(path, name, "must not contain consecutive hyphens");
        }

        if (name.StartsWith('-') || name.EndsWith('-'))
        {
            errors.Invalid(path, name, "must not begin or end with a hyphen");
        }
    }

    /// <summary>The value must be there and one of <paramref name="supported"/>.</summary>
    public static void OneOf(string? value, FieldPath path, FieldErrors errors, params string[] supported)
    {
        if (string.IsNullOrEmpty(value))
        {
            errors.Required(path);
        }
        else if (!supported.Contains(value))
        {
            errors.NotSupported(path, value, supported);
        }
    }

    /// <summary>The value may be absent, else must be one of <paramref name="supported"/>.</summary>
    public static void AbsentOrOneOf(string? value, FieldPath path, FieldErrors errors, params string[] supported)
    {
        if (!string.IsNullOrEmpty(value) && !supported.Contains(value))
        {
            errors.NotSupported(path, value, supported);
        }
    }

    /// <summary>The value must not be empty.</summary>
    public static void Required(string? value, FieldPath path, FieldErrors errors, string detail = "")
    {
        if (string.IsNullOrEmpty(value))
        {
            errors.Required(path, detail);
        }
    }

    /// <summary>The value may be absent, else must pass a name check of <see cref="ObjectNames"/>.</summary>
    public static void Name(string? value, Func<string, string?> check, FieldPath path, FieldErrors errors)
    {
        if (!string.IsNullOrEmpty(value) && check(value) is { } problem)
        {
            errors.Invalid(path, value, problem);
        }
    }

    /// <summary>The value must be an IP address in its usual spelling.</summary>
    public static void IP(string? value, FieldPath path, FieldErrors errors)
    {
        if (!IsIP(value))
        {
            errors.Invalid(path, value ?? "", IPText);
        }
    }

    /// <summary>True for an IPv4 address of four decimal parts or an IPv6 address.</summary>
    public static bool IsIP(string? value) => value is not null && !value.Contains('%', StringComparison.Ordinal) && IPAddress.TryParse(value, out var address)
        && (value.Contains(':', StringComparison.Ordinal) ? !value.StartsWith('[') : address.ToString() == value);

    /// <summary>True for an address range such as <c>10.0.0.0/8</c>.</summary>
    public static bool IsCidr(string? value) => value?.Split('/') is [var address, var bits] && IsIP(address)
        && int.TryParse(bits, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
        && length <= (address.Contains(':', StringComparison.Ordinal) ? 128 : 32);

    /// <summary>A path below something else: relative and without a step up.</summary>
    public static void DescendingPath(string? value, FieldPath path, FieldErrors errors)
    {
        if (value is null)
        {
            return;
        }

        if (value.StartsWith('/'))
        {
            errors.Invalid(path, value, "must be a relative path");
        }

        NoSteps(value, path, errors);
    }

    /// <summary>A path that never steps up.</summary>
    public static void NoSteps(string? value, FieldPath path, FieldErrors errors)
    {
        if (value?.Split('/').Contains("..") == true)
        {
            errors.Invalid(path, value, "must not contain '..'");
        }
    }

    /// <summary>A qualified name, as label keys and taint keys are.</summary>
    public static void QualifiedName(string? value, FieldPath path, FieldErrors errors)
    {
        foreach (var problem in LabelRules.QualifiedNameErrors(value ?? ""))
        {
            errors.Invalid(path, value ?? "", problem);
        }
    }

    /// <summary>An object as an error shows it: its JSON.</summary>
    public static IFormattable Shown<T>(T? value) where T : class =>
        FormattableStringOf(value is null ? "null" : JsonSerializer.Serialize(value, ApiJson.TypeInfo(value.GetType())));

    private static IFormattable FormattableStringOf(string text) => System.Runtime.CompilerServices.FormattableStringFactory.Create("{0}", text);
}
