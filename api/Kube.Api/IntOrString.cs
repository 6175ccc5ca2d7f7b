using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kube.Api;

/// <summary>A field that is either a 32-bit number or a string: a port by number or name, a count or a percentage.</summary>
[JsonConverter(typeof(IntOrStringConverter))]
public readonly struct IntOrString : IEquatable<IntOrString>
{
    /// <summary>The number form.</summary>
    public IntOrString(int value) => Int = value;

    /// <summary>The string form.</summary>
    public IntOrString(string value) => String = value;

    /// <summary>The number; 0 in the string form.</summary>
    public int Int { get; }

    /// <summary>The string; null in the number form.</summary>
    public string? String { get; }

    /// <summary>True in the string form.</summary>
    public bool IsString => String is not null;

    /// <summary>The number form, implicitly.</summary>
    public static implicit operator IntOrString(int value) => new(value);

    /// <summary>The string form, implicitly.</summary>
    public static implicit operator IntOrString(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => String ?? Int.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public bool Equals(IntOrString other) => Int == other.Int && String == other.String;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is IntOrString other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Int, String);

    /// <summary>Same form and value.</summary>
    public static bool operator ==(IntOrString left, IntOrString right) => left.Equals(right);

    /// <summary>Different form or value.</summary>
    public static bool operator !=(IntOrString left, IntOrString right) => !left.Equals(right);
}

internal sealed class IntOrStringConverter : JsonConverter<IntOrString>
{
    public override IntOrString Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => new IntOrString(reader.GetString()!),
        JsonTokenType.Number when reader.TryGetInt32(out var number) => new IntOrString(number),
        _ => throw new JsonException("expected a 32-bit number or a string"),
    };

    public override void Write(Utf8JsonWriter writer, IntOrString value, JsonSerializerOptions options)
    {
        if (value.IsString)
        {
            writer.WriteStringValue(value.String);
        }
        else
        {
            writer.WriteNumberValue(value.Int);
        }
    }
}
