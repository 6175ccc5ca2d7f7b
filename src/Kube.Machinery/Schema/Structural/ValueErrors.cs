using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Kube.Machinery.Validation;

namespace Kube.Machinery.Schema.Structural;

/// <summary>
/// What is wrong with a value, in the words Kubernetes says it in. Places are relative to the value; null is the value itself.
/// Keeps count of the work done too: schemas with many alternatives over objects with many items would go on for ever.
/// </summary>
public sealed class ValueErrors
{
    /// <summary>More findings about one object than this are not kept.</summary>
    public const int Maximum = 1000;

    /// <summary>Checks of one value against one schema that an object may cost.</summary>
    public const int MaximumChecks = 3_000_000;

    private readonly FieldPath? _prefix;
    private readonly FieldErrors? _errors;
    private readonly Budget _budget;
    private int _uncollected;

    internal ValueErrors(FieldPath? prefix, FieldErrors errors)
        : this(prefix, errors, new Budget(errors))
    {
    }

    private ValueErrors(FieldPath? prefix, FieldErrors? errors, Budget budget)
    {
        _prefix = prefix;
        _errors = errors;
        _budget = budget;
    }

    internal int Count => _errors?.Count ?? _uncollected;

    /// <summary>Counts findings without a word about them: most alternatives fail for nobody to read.</summary>
    internal ValueErrors Counting() => new(_prefix, null, _budget);

    /// <summary>True for one that only counts.</summary>
    internal bool IsCounting => _errors is null;

    /// <summary>Counts checks; false when the object has had its share, which is then an error of its own.</summary>
    internal bool Spend(long checks = 1)
    {
        var before = _budget.Spent;
        _budget.Spent += checks;
        if (before < MaximumChecks && _budget.Spent >= MaximumChecks)
        {
            _budget.Told.Invalid(At(null), "", $"the object takes more than {MaximumChecks} checks to validate");
        }

        return _budget.Spent < MaximumChecks;
    }

    internal void Type(FieldPath? at, string expected, string found)
    {
        if (Room())
        {
            _errors.TypeInvalid(At(at), found, $"{at} in body must be of type {expected}: \"{found}\"");
        }
    }

    internal void Should(FieldPath? at, object? value, string what)
    {
        if (Room())
        {
            _errors.Invalid(At(at), value, $"{at} in body should {what}");
        }
    }

    internal void Invalid(FieldPath? at, object? value, string text)
    {
        if (Room())
        {
            _errors.Invalid(At(at), value, text);
        }
    }

    /// <summary>A rule made of several schemas does not hold; Kubernetes says so of the whole object.</summary>
    internal void Logic(FieldPath? at, string text)
    {
        if (Room())
        {
            _errors.Invalid(At(null), "", $"\"{at}\" {text}");
        }
    }

    internal void Required(FieldPath at)
    {
        if (Room())
        {
            _errors.Required(At(at));
        }
    }

    internal void Unsupported(FieldPath? at, JsonNode? value, IReadOnlyList<string> supported)
    {
        if (Room())
        {
            _errors.Unsupported(At(at), ShownJson.Of(value), supported);
        }
    }

    internal void TooLong(FieldPath? at, long maximum)
    {
        if (Room())
        {
            _errors.TooLong(At(at), (int)Math.Min(maximum, int.MaxValue));
        }
    }

    internal void TooMany(FieldPath? at, int actual, long maximum)
    {
        if (Room())
        {
            _errors.TooMany(At(at), actual, (int)Math.Min(maximum, int.MaxValue));
        }
    }

    internal void Duplicate(FieldPath at, JsonNode? value)
    {
        if (Room())
        {
            _errors.Duplicate(At(at), ShownJson.Of(value));
        }
    }

    [MemberNotNullWhen(true, nameof(_errors))]
    private bool Room()
    {
        _uncollected++;
        return _errors?.Count < Maximum;
    }

    private FieldPath At(FieldPath? at) => (_prefix, at) switch
    {
        (null, null) => FieldPath.Of("<nil>"),
        (null, { } inner) => inner,
        ({ } outer, null) => outer,
        var (outer, inner) => outer.Child(inner.ToString()),
    };

    private sealed class Budget(FieldErrors told)
    {
        /// <summary>Where it is said that the budget is used up, also when that happens while only counting.</summary>
        public FieldErrors Told { get; } = told;

        public long Spent { get; set; }
    }
}
