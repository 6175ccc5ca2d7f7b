namespace Kube.ApiServer.Admission.PodSecurity;

/// <summary>How findings are put in words: <c>container "a"</c>, <c>containers "a", "b"</c>.</summary>
internal static class Phrase
{
    public static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"\"{n}\""));

    public static string Many(string noun, IReadOnlyCollection<string> names) => $"{noun}{(names.Count == 1 ? "" : "s")} {Quoted(names)}";

    public static string Containers(IReadOnlyCollection<string> names) => Many("container", names);

    public static string Distinct(IEnumerable<string> values) => Quoted(values.Distinct().Order(StringComparer.Ordinal));

    /// <summary>The parts that were found, as one sentence; null when there are none.</summary>
    public static Violation? Of(string reason, params IEnumerable<string?> details)
    {
        var found = details.OfType<string>().ToList();
        return found.Count == 0 ? null : new Violation(reason, string.Join("; ", found));
    }

    /// <summary>The containers a condition holds for, followed by what they do wrong; null when it holds for none.</summary>
    public static string? Where(PodUnderReview pod, Func<PodUnderReview.Reviewed, bool> wrong, string what)
    {
        var names = pod.Containers.Where(wrong).Select(c => c.Name).ToList();
        return names.Count == 0 ? null : $"{Containers(names)} {what}";
    }
}
