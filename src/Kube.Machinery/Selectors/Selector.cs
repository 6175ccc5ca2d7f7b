using Kube.Api.Meta.V1;

namespace Kube.Machinery.Selectors;

/// <summary>A label selector: all its requirements must hold. Immutable.</summary>
public sealed class Selector
{
    private readonly Requirement[] _requirements;
    private readonly bool _nothing;

    private Selector(Requirement[] requirements, bool nothing = false)
    {
        _requirements = requirements;
        _nothing = nothing;
    }

    /// <summary>Selects every object.</summary>
    public static Selector Everything { get; } = new([]);

    /// <summary>Selects no object.</summary>
    public static Selector Nothing { get; } = new([], nothing: true);

    /// <summary>The conditions, ordered by key.</summary>
    public IReadOnlyList<Requirement> Requirements => _requirements;

    /// <summary>True when every object is selected without looking at it.</summary>
    public bool IsEverything => !_nothing && _requirements.Length == 0;

    /// <summary>Reads the text form, such as <c>a=b,c in (d,e),!f</c>; throws <see cref="SelectorException"/>. An empty text selects everything.</summary>
    public static Selector Parse(string? text) => string.IsNullOrEmpty(text) ? Everything : Of(LabelSelectorParser.Parse(text));

    /// <summary>The selector of an API object: null selects nothing, an empty one everything. Throws <see cref="SelectorException"/> for an invalid one.</summary>
    public static Selector From(LabelSelector? selector)
    {
        if (selector is null)
        {
            return Nothing;
        }

        var equal = (selector.MatchLabels ?? []).Select(pair => Requirement.Create(pair.Key, SelectorOperator.Equal, pair.Value ?? ""));
        var expressions = (selector.MatchExpressions ?? []).Select(e => Requirement.Create(e.Key ?? "", OperatorOf(e.Operator), e.Values ?? []));
        return Of([.. equal, .. expressions]);
    }

    /// <summary>The selector of a plain map, as a Service has it: null or empty selects nothing (a Service without selector owns no pods).</summary>
    public static Selector FromMap(IReadOnlyDictionary<string, string>? labels) =>
        labels is null || labels.Count == 0 ? Nothing : Of([.. labels.Select(pair => Requirement.Create(pair.Key, SelectorOperator.Equal, pair.Value))]);

    /// <summary>A selector of given conditions.</summary>
    public static Selector Of(IEnumerable<Requirement> requirements)
    {
        Requirement[] sorted = [.. requirements.OrderBy(r => r.Key, StringComparer.Ordinal)];
        return sorted.Length == 0 ? Everything : new Selector(sorted);
    }

    /// <summary>Whether an object with these labels is selected.</summary>
    public bool Matches(IReadOnlyDictionary<string, string>? labels)
    {
        if (_nothing)
        {
            return false;
        }

        foreach (var requirement in _requirements)
        {
            if (!requirement.Matches(labels))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The value a label must have exactly; null when the selector leaves it open. For look-ups through an index.</summary>
    public string? ExactValue(string key) => _requirements.FirstOrDefault(r => r.Key == key
        && (r.Operator is SelectorOperator.Equal or SelectorOperator.DoubleEqual || (r.Operator == SelectorOperator.In && r.Values.Count == 1)))?.Values[0];

    /// <inheritdoc />
    public override string ToString() => string.Join(",", _requirements.Select(r => r.ToString()));

    private static SelectorOperator OperatorOf(string? name) => name switch
    {
        LabelSelectorOperator.In => SelectorOperator.In,
        LabelSelectorOperator.NotIn => SelectorOperator.NotIn,
        LabelSelectorOperator.Exists => SelectorOperator.Exists,
        LabelSelectorOperator.DoesNotExist => SelectorOperator.DoesNotExist,
        _ => throw new SelectorException($"\"{name}\" is not a valid label selector operator"),
    };
}
