using System.Globalization;
using System.Text;

namespace Kube.Client;

/// <summary>What to list or watch. Null means the server's default.</summary>
public sealed record ListQuery
{
    /// <summary>Label selector, such as <c>app=web,tier in (a,b)</c>.</summary>
    public string? LabelSelector { get; init; }

    /// <summary>Field selector, such as <c>spec.nodeName=n1</c>.</summary>
    public string? FieldSelector { get; init; }

    /// <summary>At most this many items in one answer.</summary>
    public int? Limit { get; init; }

    /// <summary>The token of the answer before, for the next page.</summary>
    public string? Continue { get; init; }

    /// <summary>The revision to list at, or to watch from (exclusive).</summary>
    public string? ResourceVersion { get; init; }

    /// <summary><c>Exact</c> or <c>NotOlderThan</c>.</summary>
    public string? ResourceVersionMatch { get; init; }

    /// <summary>Watch only: ask for bookmarks. On unless switched off.</summary>
    public bool AllowWatchBookmarks { get; init; } = true;

    /// <summary>Watch only: the server ends the watch after this long.</summary>
    public TimeSpan? Timeout { get; init; }

    internal string ToQueryString(bool watch)
    {
        var query = new StringBuilder();
        Append(query, "labelSelector", LabelSelector);
        Append(query, "fieldSelector", FieldSelector);
        Append(query, "limit", Limit?.ToString(CultureInfo.InvariantCulture));
        Append(query, "continue", Continue);
        Append(query, "resourceVersion", ResourceVersion);
        Append(query, "resourceVersionMatch", ResourceVersionMatch);
        if (watch)
        {
            Append(query, "watch", "true");
            Append(query, "allowWatchBookmarks", AllowWatchBookmarks ? "true" : null);
            Append(query, "timeoutSeconds", Timeout is { } timeout ? ((long)timeout.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null);
        }

        return query.ToString();
    }

    private static void Append(StringBuilder query, string name, string? value)
    {
        if (value is { Length: > 0 })
        {
            query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }
    }
}
