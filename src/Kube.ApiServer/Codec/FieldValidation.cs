namespace Kube.ApiServer.Codec;

/// <summary>What becomes of fields of a body that the kind does not have, or has twice.</summary>
internal enum FieldValidation
{
    /// <summary>They are dropped, with a warning each.</summary>
    Warn,

    /// <summary>They are dropped silently.</summary>
    Ignore,

    /// <summary>The request fails.</summary>
    Strict,
}

/// <summary>The <c>fieldValidation</c> query parameter.</summary>
internal static class FieldValidationParameter
{
    public static FieldValidation Parse(string? text) => text switch
    {
        "Ignore" => FieldValidation.Ignore,
        "Strict" => FieldValidation.Strict,
        _ => FieldValidation.Warn, // Other texts have been refused before.
    };
}
