namespace Kube.Api.Meta.V1;

/// <summary>The names the API knows for <c>CauseType</c>; on the wire it is a string.</summary>
public static class CauseType
{
    /// <summary>It refers to something that is not there.</summary>
    public const string FieldValueNotFound = "FieldValueNotFound";
    /// <summary>A value is missing.</summary>
    public const string FieldValueRequired = "FieldValueRequired";
    /// <summary>A value stands twice.</summary>
    public const string FieldValueDuplicate = "FieldValueDuplicate";
    /// <summary>A value is not allowed.</summary>
    public const string FieldValueInvalid = "FieldValueInvalid";
    /// <summary>A value is not one of a closed set.</summary>
    public const string FieldValueNotSupported = "FieldValueNotSupported";
    /// <summary>The field may not be set here.</summary>
    public const string FieldValueForbidden = "FieldValueForbidden";
    /// <summary>A value is too long.</summary>
    public const string FieldValueTooLong = "FieldValueTooLong";
    /// <summary>A list has too many items.</summary>
    public const string FieldValueTooMany = "FieldValueTooMany";
    /// <summary>The server failed to judge it.</summary>
    public const string InternalError = "InternalError";
    /// <summary>A value has the wrong type.</summary>
    public const string FieldValueTypeInvalid = "FieldValueTypeInvalid";
    /// <summary>The answer was no Status.</summary>
    public const string UnexpectedServerResponse = "UnexpectedServerResponse";
    /// <summary>Another manager owns the field.</summary>
    public const string FieldManagerConflict = "FieldManagerConflict";
    /// <summary>The version asked for is yet to come.</summary>
    public const string ResourceVersionTooLarge = "ResourceVersionTooLarge";
}
