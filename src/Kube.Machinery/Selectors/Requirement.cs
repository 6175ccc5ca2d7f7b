using System.Globalization;
using System.Text;
using Kube.Machinery.Validation;

namespace Kube.Machinery.Selectors;

/// <summary>How a label is compared.</summary>
public enum SelectorOperator
{
    /// <summary><c>key</c></summary>
    Exists,

    /// <summary><c>!key</c></summary>
    DoesNotExist,

    /// <summary><c>key=value</c></summary>
    Equal,

    /// <summary><c>key==value</c></summary>
    DoubleEqual,

    /// <summary><c>key!=value</c>; also true without the label.</summary>
    NotEqual,

    /// <summary><c>key in (a,b)</c></summary>
    In,

    /// <summary><c>key notin (a,b)</c>; also true without the label.</summary>
    NotIn,

    /// <summary><c>key&gt;1</c>, integers only.</summary>
    GreaterThan,

    /// <summary><c>key&lt;1</c>, integers only.</summary>
    LessThan,
}

/// <summary>One condition of a label selector. Made only by <see cref="Create"/>, so that it is always valid.</summary>
public sealed class Requirement
{
    private readonly string[] _values;

    private Requirement(string key, SelectorOperator @operator, string[] values)
    {
        Key = key;
        Operator = @operator;
        _values = values;
    }

    /// <summary>The label's key.</summary>
    public string Key { get; }

    /// <summary>The comparison.</summary>
    public SelectorOperator Operator { get; }

    /// <summary>The values compared with, sorted and distinct.</summary>
    public IReadOnlyList<string> Values => _values;

    /// <summary>Checks key, operator and values; throws <see cref="SelectorException"/>.</summary>
    public static Requirement Create(string key, SelectorOperator @operator, params IEnumerable<string> values)
    {
        string[] sorted = [.. values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var errors = new FieldErrors();
        if (LabelRules.QualifiedNameError(key) is { } problem)
        {
            errors.Invalid(FieldPath.Of("key"), key, problem);
        }

        CheckCount(@operator, sorted, errors);
        CheckValues(key, @operator, sorted, errors);
        return errors.Count switch
        {
            0 => new Requirement(key, @operator, sorted),
            1 => throw new SelectorException(errors.First().ToString()),
            _ => throw new SelectorException($"[{string.Join(", ", errors)}]"),
        };
    }

    /// <summary>Whether the labels meet the condition.</summary>
    public bool Matches(IReadOnlyDictionary<string, string>? labels)
    {
        string? value = null;
        var present = labels is not null && labels.TryGetValue(Key, out value);
        return Operator switch
        {
            SelectorOperator.Exists => present,
            SelectorOperator.DoesNotExist => !present,
            SelectorOperator.Equal or SelectorOperator.DoubleEqual => present && _values[0] == value,
            SelectorOperator.NotEqual => !present || _values[0] != value,
            SelectorOperator.In => present && _values.Contains(value),
            SelectorOperator.NotIn => !present || !_values.Contains(value),
            SelectorOperator.GreaterThan => present && TryNumber(value, out var number) && number > long.Parse(_values[0], CultureInfo.InvariantCulture),
            _ => present && TryNumber(value, out var number) && number < long.Parse(_values[0], CultureInfo.InvariantCulture),
        };
    }

    /// <inheritdoc />
    public override string ToString() => Operator switch
    {
        SelectorOperator.Exists => Key,
        SelectorOperator.DoesNotExist => "!" + Key,
        SelectorOperator.Equal => $"{Key}={_values[0]}",
        SelectorOperator.DoubleEqual => $"{Key}=={_values[0]}",
        SelectorOperator.NotEqual => $"{Key}!={_values[0]}",
        SelectorOperator.In => new StringBuilder(Key).Append(" in (").AppendJoin(',', _values).Append(')').ToString(),
        SelectorOperator.NotIn => new StringBuilder(Key).Append(" notin (").AppendJoin(',', _values).Append(')').ToString(),
        SelectorOperator.GreaterThan => $"{Key}>{_values[0]}",
        _ => $"{Key}<{_values[0]}",
    };

    private static void CheckCount(SelectorOperator @operator, string[] values, FieldErrors errors)
    {
        var problem = @operator switch
        {
            SelectorOperator.In or SelectorOperator.NotIn when values.Length == 0 => "for 'in', 'notin' operators, values set can't be empty",
            SelectorOperator.Equal or SelectorOperator.DoubleEqual or SelectorOperator.NotEqual when values.Length != 1 => "exact-match compatibility requires one single value",
            SelectorOperator.Exists or SelectorOperator.DoesNotExist when values.Length != 0 => "values set must be empty for exists and does not exist",
            SelectorOperator.GreaterThan or SelectorOperator.LessThan when values.Length != 1 => "for 'Gt', 'Lt' operators, exactly one value is required",
            _ => null,
        };
        if (problem is not null)
        {
            errors.Invalid(FieldPath.Of("values"), new ValueList(values), problem);
        }
    }

    private static void CheckValues(string key, SelectorOperator @operator, string[] values, FieldErrors errors)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var path = FieldPath.Of("values").Index(i);
            if (@operator is SelectorOperator.GreaterThan or SelectorOperator.LessThan && !TryNumber(values[i], out _))
            {
                errors.Invalid(path, values[i], "for 'Gt', 'Lt' operators, the value must be an integer");
            }

            if (LabelRules.ValueError(values[i]) is { } problem)
            {
                errors.Invalid(path.Key(key), values[i], problem);
            }
        }
    }

    private static bool TryNumber(string? text, out long number) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    /// <summary>Shows a list of values in an error as the JSON array it is.</summary>
    private sealed class ValueList(string[] values) : IFormattable
    {
        public string ToString(string? format, IFormatProvider? formatProvider) => $"[{string.Join(",", values.Select(v => $"\"{v}\""))}]";
    }
}
