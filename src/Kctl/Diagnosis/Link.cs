namespace Kctl.Diagnosis;

/// <summary>One link of the chain from a Service to a program, judged.</summary>
/// <param name="Name">Which link.</param>
/// <param name="Text">What was seen, where it holds.</param>
internal sealed record Link(string Name, string Text)
{
    /// <summary>What is wrong and what mends it; null where the link holds.</summary>
    public Finding? Broken { get; init; }

    /// <summary>A link that does not hold.</summary>
    public static Link Break(string name, Finding finding) => new(name, finding.What) { Broken = finding };
}
