using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kube.Machinery.Validation;

/// <summary>Collects every refused field of an object; validation adds and goes on, it never throws. Texts follow Kubernetes' wording.</summary>
public sealed class FieldErrors : IReadOnlyCollection<FieldError>
{
    private static readonly FieldErrorJson s_json = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    private readonly List<FieldError> _errors = [];

    /// <inheritdoc />
    public int Count => _errors.Count;

    /// <summary>The value is missing.</summary>
    public void Required(FieldPath field, string detail = "") => Add(FieldErrorType.FieldValueRequired, field, Join("Required value", detail));

    /// <summary>The value is not allowed; <paramref name="detail"/> says what would be.</summary>
    public void Invalid(FieldPath field, object? value, string detail) => Add(FieldErrorType.FieldValueInvalid, field, Join($"Invalid value: {Show(value)}", detail));

    /// <summary>The value is not allowed and too large to show.</summary>
    public void Invalid(FieldPath field, string detail) => Add(FieldErrorType.FieldValueInvalid, field, Join("Invalid value", detail));

    /// <summary>The value is none of <paramref name="supported"/>.</summary>
    public void NotSupported(FieldPath field, object? value, params IEnumerable<string> supported) => Add(
        FieldErrorType.FieldValueNotSupported, field, $"Unsupported value: {Show(value)}: supported values: {string.Join(", ", supported.Order(StringComparer.Ordinal).Select(v => Show(v)))}");

    /// <summary>The value is none of <paramref name="supported"/>, which are told in the order they were declared in.</summary>
    public void Unsupported(FieldPath field, object? value, IEnumerable<string> supported) => Add(
        FieldErrorType.FieldValueNotSupported, field, $"Unsupported value: {Show(value)}: supported values: {string.Join(", ", supported.Select(v => Show(v)))}");

    /// <summary>The value is of another type than the field's.</summary>
    public void TypeInvalid(FieldPath field, object? value, string detail) => Add(FieldErrorType.FieldValueTypeInvalid, field, Join($"Invalid value: {Show(value)}", detail));

    /// <summary>Takes over errors that were found apart.</summary>
    public void AddAll(IEnumerable<FieldError> errors) => _errors.AddRange(errors);

    /// <summary>The value stands there already.</summary>
    public void Duplicate(FieldPath field, object? value) => Add(FieldErrorType.FieldValueDuplicate, field, $"Duplicate value: {Show(value)}");

    /// <summary>The field may not be set here.</summary>
    public void Forbidden(FieldPath field, string detail) => Add(FieldErrorType.FieldValueForbidden, field, Join("Forbidden", detail));

    /// <summary>What the value refers to does not exist.</summary>
    public void NotFound(FieldPath field, object? value) => Add(FieldErrorType.FieldValueNotFound, field, $"Not found: {Show(value)}");

    /// <summary>The value has more than <paramref name="maximum"/> bytes.</summary>
    public void TooLong(FieldPath field, int maximum) => Add(FieldErrorType.FieldValueTooLong, field, $"Too long: may not be more than {maximum} bytes");

    /// <summary>The list has more than <paramref name="maximum"/> items.</summary>
    public void TooMany(FieldPath field, int actual, int maximum) => Add(FieldErrorType.FieldValueTooMany, field, $"Too many: {actual}: must have at most {maximum} items");

    /// <summary>The field may not change once set.</summary>
    public void Immutable(FieldPath field, object? value) => Invalid(field, value, "field is immutable");

    /// <summary>Adds a finding of another check.</summary>
    public void Add(FieldError error) => _errors.Add(error);

    /// <inheritdoc />
    public IEnumerator<FieldError> GetEnumerator() => _errors.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string Join(string what, string detail) => detail.Length == 0 ? what : $"{what}: {detail}";

    private static string Show(object? value) => value switch
    {
        null => "null",
        string text => JsonSerializer.Serialize(text, s_json.String),
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => JsonSerializer.Serialize(value.ToString() ?? "", s_json.String),
    };

    private void Add(FieldErrorType type, FieldPath field, string detail) => _errors.Add(new FieldError(type, field.ToString(), detail));
}

[System.Text.Json.Serialization.JsonSourceGenerationOptions]
[System.Text.Json.Serialization.JsonSerializable(typeof(string))]
internal sealed partial class FieldErrorJson : System.Text.Json.Serialization.JsonSerializerContext;
