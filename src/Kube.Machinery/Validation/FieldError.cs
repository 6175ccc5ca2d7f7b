namespace Kube.Machinery.Validation;

/// <summary>The reasons a field is refused for; the names are those of a Status cause.</summary>
public enum FieldErrorType
{
    /// <summary>A value that must be there is not: <c>Required value</c>.</summary>
    FieldValueRequired,

    /// <summary>The value is not allowed: <c>Invalid value</c>.</summary>
    FieldValueInvalid,

    /// <summary>The value is not one of a closed set: <c>Unsupported value</c>.</summary>
    FieldValueNotSupported,

    /// <summary>The value stands twice where it may stand once: <c>Duplicate value</c>.</summary>
    FieldValueDuplicate,

    /// <summary>The field may not be set here: <c>Forbidden</c>.</summary>
    FieldValueForbidden,

    /// <summary>The value refers to something that is not there: <c>Not found</c>.</summary>
    FieldValueNotFound,

    /// <summary>The value is longer than allowed: <c>Too long</c>.</summary>
    FieldValueTooLong,

    /// <summary>The list has more items than allowed: <c>Too many</c>.</summary>
    FieldValueTooMany,

    /// <summary>The value is of another type than the field's: <c>Invalid value</c>.</summary>
    FieldValueTypeInvalid,

    /// <summary>The server failed to judge the field: <c>Internal error</c>.</summary>
    InternalError,
}

/// <summary>One refused field: why, where, and the text Kubernetes shows for it.</summary>
public sealed record FieldError(FieldErrorType Type, string Field, string Detail)
{
    /// <inheritdoc />
    public override string ToString() => $"{Field}: {Detail}";
}
