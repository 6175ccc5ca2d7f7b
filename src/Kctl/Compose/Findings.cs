using Kctl.App;

namespace Kctl.Compose;

/// <summary>One thing to say about a file.</summary>
/// <param name="Source">The file.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Path">The keys that lead there: <c>services.web.ulimits</c>.</param>
/// <param name="Message">What there is to say.</param>
internal sealed record Finding(string Source, int Line, string Path, string Message)
{
    public override string ToString() => $"{Source}:{Line}: {(Path.Length == 0 ? "" : Path + ": ")}{Message}";
}

/// <summary>All that is wrong with some files, and all in them that has no counterpart in the cluster.</summary>
internal sealed class Findings
{
    private readonly List<Finding> _errors = [];
    private readonly List<Finding> _notCarried = [];
    private readonly List<string> _warnings = [];

    /// <summary>What makes the files invalid, by file and line.</summary>
    public IReadOnlyList<Finding> Errors => Sorted(_errors);

    /// <summary>What could not be carried over, by file and line.</summary>
    public IReadOnlyList<Finding> NotCarried => Sorted(_notCarried);

    /// <summary>What is worth saying and no matter of a line.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    public void Error(Finding finding) => _errors.Add(finding);

    public void Leave(Finding finding) => _notCarried.Add(finding);

    /// <summary>Says something once.</summary>
    public void Warn(string text)
    {
        if (!_warnings.Contains(text))
        {
            _warnings.Add(text);
        }
    }

    /// <summary>Throws when there are errors, with all of them.</summary>
    public void ThrowIfInvalid()
    {
        if (_errors.Count > 0)
        {
            throw new CommandException(_errors.Count == 1 ? _errors[0].ToString() : $"{_errors.Count} things are wrong:\n{string.Join('\n', Errors.Select(e => "  " + e))}");
        }
    }

    private static List<Finding> Sorted(List<Finding> findings) => [.. findings.Distinct().OrderBy(f => f.Source, StringComparer.Ordinal).ThenBy(f => f.Line)];
}
