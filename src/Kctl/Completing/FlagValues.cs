using Kctl.App;
using Kctl.CommandLine;
using Kctl.Printing;
using Kube.Client;

namespace Kctl.Completing;

/// <summary>What may stand after a flag, by the flag's name and by what its help shows in place of the value.</summary>
internal static class FlagValues
{
    /// <summary>The candidates; null where files are to be offered.</summary>
    public static async Task<IEnumerable<Candidate>?> OfAsync(Option option, ParseResult parse, Session session, ClusterWords cluster, CancellationToken ct) => option switch
    {
        { Kind: ValueKind.Switch } => Words("true", "false"),
        { Name: "--namespace" } => await cluster.NamesAsync("namespaces", ct),
        { Name: "--context" } => Names(Kubeconfig.Load(session.KubeconfigPath).Contexts.Keys),
        { Name: "--cluster" } => Names(Kubeconfig.Load(session.KubeconfigPath).Clusters.Keys),
        { Name: "--user" } => Names(Kubeconfig.Load(session.KubeconfigPath).Users.Keys),
        { Name: "--container" } => await cluster.ContainersAsync(parse.Words, ct),
        { Name: "--subresource" } => Words("status", "scale"),
        { HelpName: "FORMAT" } => Names(OutputFormat.Known),
        { HelpName: { } shown } when shown.Contains("FILE") || shown is "DIR" => null,
        { HelpName: { } shown } when shown.Contains('|') => Names(shown.Split('|').Where(w => w.All(c => char.IsAsciiLetterOrDigit(c) || c is '-'))),
        _ => [],
    };

    private static IEnumerable<Candidate> Words(params string[] words) => Names(words);

    private static IEnumerable<Candidate> Names(IEnumerable<string> words) => words.Select(w => new Candidate(w));
}
