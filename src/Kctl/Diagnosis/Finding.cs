namespace Kctl.Diagnosis;

/// <summary>One thing that was found, with what supports it and what mends it.</summary>
/// <param name="What">The finding in one line.</param>
internal sealed record Finding(string What)
{
    /// <summary>Lines that say more: numbers, names, the last lines of a log.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>What would change it; each by itself is enough, the smallest change first.</summary>
    public IReadOnlyList<Remedy> Remedies { get; init; } = [];
}

/// <summary>One change that mends a finding.</summary>
/// <param name="Change">In words.</param>
/// <param name="Command">The command that does it or shows more, ready to be pasted; null where it takes an editor.</param>
internal sealed record Remedy(string Change, string? Command = null);
