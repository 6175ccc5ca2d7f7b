namespace Kube.Api.ApiExtensions.V1;

/// <summary>Reasons that a validation rule may give.</summary>
public static class FieldValueErrorReason
{
    /// <summary>A value is missing.</summary>
    public const string FieldValueRequired = "FieldValueRequired";

    /// <summary>A value stands twice.</summary>
    public const string FieldValueDuplicate = "FieldValueDuplicate";

    /// <summary>A value is not allowed.</summary>
    public const string FieldValueInvalid = "FieldValueInvalid";

    /// <summary>A value may not be set.</summary>
    public const string FieldValueForbidden = "FieldValueForbidden";
}
