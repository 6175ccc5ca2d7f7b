using Kube.Api.Meta.V1;
using Kube.Machinery.Selectors;

namespace Kube.Scheduler.Nodes;

/// <summary>Selectors as pods carry them.</summary>
internal static class LabelSelection
{
    /// <summary>The selector; one that cannot be read selects nothing, as the API server does not let it in.</summary>
    public static Selector From(LabelSelector? selector)
    {
        try
        {
            return Selector.From(selector);
        }
        catch (SelectorException)
        {
            return Selector.Nothing;
        }
    }

    /// <summary>Adds a condition for each of <paramref name="keys"/> that the pod itself has: the same value (In) or another one (NotIn).</summary>
    public static Selector WithKeys(Selector selector, IReadOnlyDictionary<string, string>? labels, List<string>? keys, SelectorOperator comparison)
    {
        if (keys is null || labels is null || ReferenceEquals(selector, Selector.Nothing))
        {
            return selector;
        }

        var own = keys.Where(labels.ContainsKey).Select(key => Requirement.Create(key, comparison, labels[key])).ToArray();
        return own.Length == 0 ? selector : Selector.Of([.. selector.Requirements, .. own]);
    }
}
