using System.Text;

namespace Kube.Client;

/// <summary>What may be asked of a write beyond its body.</summary>
public sealed record WriteOptions
{
    /// <summary>Do everything except storing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Who writes, for field ownership.</summary>
    public string? FieldManager { get; init; }

    /// <summary><c>Strict</c>, <c>Warn</c> or <c>Ignore</c>: what to do about unknown fields.</summary>
    public string? FieldValidation { get; init; }

    /// <summary>Apply patches only: take fields over from other managers.</summary>
    public bool Force { get; init; }

    internal string ToQueryString()
    {
        var query = new StringBuilder();
        Append(query, "dryRun", DryRun ? "All" : null);
        Append(query, "fieldManager", FieldManager);
        Append(query, "fieldValidation", FieldValidation);
        Append(query, "force", Force ? "true" : null);
        return query.ToString();
    }

    private static void Append(StringBuilder query, string name, string? value)
    {
        if (value is not null)
        {
            query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }
    }
}
