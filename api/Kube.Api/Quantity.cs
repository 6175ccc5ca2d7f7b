using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kube.Api;

/// <summary>Which family of suffixes a quantity was written in; kept when it is written again.</summary>
public enum QuantityFormat
{
    /// <summary>Powers of ten: m, k, M, G.</summary>
    DecimalSI,

    /// <summary>Powers of two: Ki, Mi, Gi.</summary>
    BinarySI,

    /// <summary>An exponent: 1e3.</summary>
    DecimalExponent,
}

/// <summary>
/// A fixed-point number with a suffix, such as <c>100m</c>, <c>1.5Gi</c> or <c>12e6</c>. Read in any spelling, written in Kubernetes'
/// canonical one: no fraction, the largest suffix that loses nothing (<c>1000m</c> becomes <c>1</c>, <c>1.5Gi</c> becomes <c>1536Mi</c>).
/// Values are rounded up to nano and capped at the range of <see cref="long"/>.
/// </summary>
[JsonConverter(typeof(QuantityConverter))]
public readonly struct Quantity : IEquatable<Quantity>, IComparable<Quantity>
{
    private const decimal Nano = 0.000000001m;
    private const decimal Maximum = long.MaxValue;
    private static readonly string[] s_decimalSuffixes = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"];
    private static readonly string[] s_binarySuffixes = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

    /// <summary>A quantity of <paramref name="value"/>, rounded up to nano.</summary>
    public Quantity(decimal value, QuantityFormat format = QuantityFormat.DecimalSI)
    {
        Value = RoundUp(Math.Clamp(value, -Maximum, Maximum), Nano);
        Format = format;
    }

    /// <summary>The exact value.</summary>
    public decimal Value { get; }

    /// <summary>The suffix family.</summary>
    public QuantityFormat Format { get; }

    /// <summary>The value as a whole number, rounded up; bytes for memory. Capped at the range of <see cref="long"/>.</summary>
    public long LongValue => ToLong(decimal.Ceiling(Value));

    /// <summary>The value in thousandths, rounded up; milli-CPUs for cpu.</summary>
    public long MilliValue => Value > long.MaxValue / 1000 ? long.MaxValue : ToLong(decimal.Ceiling(Value * 1000));

    /// <summary>A quantity of whole units.</summary>
    public static Quantity FromLong(long value, QuantityFormat format = QuantityFormat.DecimalSI) => new(value, format);

    /// <summary>A quantity of thousandths.</summary>
    public static Quantity FromMilli(long value) => new(value / 1000m);

    /// <summary>Reads a quantity; throws <see cref="FormatException"/> in Kubernetes' words when it is not one.</summary>
    public static Quantity Parse(string text) => TryParse(text, out var quantity)
        ? quantity
        : throw new FormatException("quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");

    /// <summary>Reads a quantity; false when the text is not one.</summary>
    public static bool TryParse(string? text, out Quantity quantity)
    {
        quantity = default;
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        var end = NumberLength(text);
        if (!decimal.TryParse(text.AsSpan(0, end), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || !TryScale(text.AsSpan(end), out var scale, out var format))
        {
            return false;
        }

        try
        {
            quantity = new Quantity(number * scale, format);
        }
        catch (OverflowException)
        {
            quantity = new Quantity(number < 0 ? long.MinValue : long.MaxValue, format);
        }

        return true;
    }

    /// <summary>The canonical text.</summary>
    public override string ToString()
    {
        if (Value == 0)
        {
            return "0";
        }

        if (Format == QuantityFormat.BinarySI && Math.Abs(Value) >= 1024)
        {
            return Write(decimal.Ceiling(Value), 1024, s_binarySuffixes, 0);
        }

        return Format == QuantityFormat.DecimalExponent ? WriteExponent() : Write(Value * 1_000_000_000m, 1000, s_decimalSuffixes, 0);
    }

    /// <inheritdoc />
    public bool Equals(Quantity other) => Value == other.Value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Quantity other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => Value.GetHashCode();

    /// <inheritdoc />
    public int CompareTo(Quantity other) => Value.CompareTo(other.Value);

    /// <summary>Sum, in the left side's format.</summary>
    public static Quantity operator +(Quantity left, Quantity right) => new(left.Value + right.Value, left.Value == 0 ? right.Format : left.Format);

    /// <summary>Difference, in the left side's format.</summary>
    public static Quantity operator -(Quantity left, Quantity right) => new(left.Value - right.Value, left.Format);

    /// <summary>Equal values, whatever the format.</summary>
    public static bool operator ==(Quantity left, Quantity right) => left.Equals(right);

    /// <summary>Different values.</summary>
    public static bool operator !=(Quantity left, Quantity right) => !left.Equals(right);

    /// <summary>Smaller.</summary>
    public static bool operator <(Quantity left, Quantity right) => left.Value < right.Value;

    /// <summary>Larger.</summary>
    public static bool operator >(Quantity left, Quantity right) => left.Value > right.Value;

    /// <summary>Smaller or equal.</summary>
    public static bool operator <=(Quantity left, Quantity right) => left.Value <= right.Value;

    /// <summary>Larger or equal.</summary>
    public static bool operator >=(Quantity left, Quantity right) => left.Value >= right.Value;

    private static int NumberLength(string text)
    {
        var end = text[0] is '+' or '-' ? 1 : 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
        {
            end++;
        }

        return end;
    }

    private static bool TryScale(ReadOnlySpan<char> suffix, out decimal scale, out QuantityFormat format)
    {
        format = QuantityFormat.DecimalSI;
        var index = IndexOf(s_decimalSuffixes, suffix);
        if (index >= 0)
        {
            scale = Power(1000, index - 3);
            return true;
        }

        format = QuantityFormat.BinarySI;
        index = IndexOf(s_binarySuffixes, suffix);
        if (index >= 0)
        {
            scale = Power(1024, index);
            return true;
        }

        format = QuantityFormat.DecimalExponent;
        scale = 1;
        if (suffix[0] is not ('e' or 'E')
            || !int.TryParse(suffix[1..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent))
        {
            return false;
        }

        scale = Power(10, Math.Clamp(exponent, -28, 27));
        return true;
    }

    private static int IndexOf(string[] suffixes, ReadOnlySpan<char> suffix)
    {
        for (var i = 0; i < suffixes.Length; i++)
        {
            if (suffix.SequenceEqual(suffixes[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static decimal Power(int radix, int exponent)
    {
        var result = 1m;
        for (var i = 0; i < Math.Abs(exponent); i++)
        {
            result = exponent < 0 ? result / radix : result * radix;
        }

        return result;
    }

    private static string Write(decimal value, int radix, string[] suffixes, int index)
    {
        while (index < suffixes.Length - 1 && value % radix == 0)
        {
            value /= radix;
            index++;
        }

        return decimal.Truncate(value).ToString(CultureInfo.InvariantCulture) + suffixes[index];
    }

    private string WriteExponent()
    {
        var value = Value * 1_000_000_000m;
        var exponent = -9;
        while (value % 1000 == 0)
        {
            value /= 1000;
            exponent += 3;
        }

        var digits = decimal.Truncate(value).ToString(CultureInfo.InvariantCulture);
        return exponent == 0 ? digits : $"{digits}e{exponent}";
    }

    private static decimal RoundUp(decimal value, decimal unit)
    {
        var remainder = value % unit;
        return remainder == 0 ? value : value - remainder + (value > 0 ? unit : 0);
    }

    private static long ToLong(decimal value) => value >= long.MaxValue ? long.MaxValue : value <= long.MinValue ? long.MinValue : (long)value;
}

/// <summary>Quantities travel as strings; a bare number is accepted too.</summary>
internal sealed class QuantityConverter : JsonConverter<Quantity>
{
    public override Quantity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => reader.HasValueSequence ? throw new JsonException() : System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
            _ => throw new JsonException("a quantity is a string or a number"),
        };
        return Quantity.TryParse(text?.Trim(), out var quantity)
            ? quantity
            : throw new JsonException("quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
    }

    public override void Write(Utf8JsonWriter writer, Quantity value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
