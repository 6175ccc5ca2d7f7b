using System.Globalization;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;

namespace Kube.Api.Resources;

/// <summary>How lists, maps and selectors are written into one table cell.</summary>
internal static class CellText
{
    private const int Shown = 3;

    /// <summary>The first three items and how many there are beyond them; <paramref name="empty"/> when there are none.</summary>
    public static string FirstThree(IEnumerable<string> items, string empty)
    {
        var all = items.ToList();
        var shown = string.Join(",", all.Take(Shown));
        return all.Count switch
        {
            0 => empty,
            <= Shown => shown,
            _ => string.Create(CultureInfo.InvariantCulture, $"{shown} + {all.Count - Shown} more..."),
        };
    }

    /// <summary>Items joined by commas; <paramref name="empty"/> when there are none.</summary>
    public static string Joined(IEnumerable<string?>? items, string empty = "<none>") => items is not null && items.Any() ? string.Join(",", items) : empty;

    /// <summary>An address with its port, IPv6 in brackets.</summary>
    public static string HostPort(string? host, int? port)
    {
        var shown = host?.Contains(':', StringComparison.Ordinal) == true ? $"[{host}]" : host;
        return string.Create(CultureInfo.InvariantCulture, $"{shown}:{port}");
    }

    /// <summary>Labels as <c>a=b,c=d</c>, sorted by key.</summary>
    public static string Labels(IReadOnlyDictionary<string, string>? labels) =>
        Joined(labels?.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}={l.Value}"));

    /// <summary>A label selector in the form label selectors are written in; <c>&lt;none&gt;</c> when it selects everything or nothing.</summary>
    public static string Selector(LabelSelector? selector)
    {
        var text = SelectorText(selector);
        return text.Length == 0 ? "<none>" : text;
    }

    /// <summary>A label selector in the form label selectors are written in; empty when it has no terms.</summary>
    public static string SelectorText(LabelSelector? selector)
    {
        var labels = (selector?.MatchLabels ?? []).Select(l => (l.Key, Text: $"{l.Key}={l.Value}"));
        var expressions = (selector?.MatchExpressions ?? []).Select(e => (Key: e.Key ?? "", Text: Term(e)));
        return string.Join(",", labels.Concat(expressions).OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Text));
    }

    /// <summary>The names of a pod template's containers.</summary>
    public static string Containers(PodTemplateSpec? template) => Joined(template?.Spec?.Containers?.Select(c => c.Name), "");

    /// <summary>The images of a pod template's containers.</summary>
    public static string Images(PodTemplateSpec? template) => Joined(template?.Spec?.Containers?.Select(c => c.Image), "");

    private static string Term(LabelSelectorRequirement requirement)
    {
        var values = string.Join(",", (requirement.Values ?? []).Order(StringComparer.Ordinal));
        return requirement.Operator switch
        {
            LabelSelectorOperator.In => $"{requirement.Key} in ({values})",
            LabelSelectorOperator.NotIn => $"{requirement.Key} notin ({values})",
            LabelSelectorOperator.Exists => requirement.Key ?? "",
            LabelSelectorOperator.DoesNotExist => $"!{requirement.Key}",
            _ => "",
        };
    }
}
