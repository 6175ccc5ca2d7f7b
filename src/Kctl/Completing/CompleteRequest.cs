using System.Text.Json;
using Kctl.App;
using Kube.Client;

namespace Kctl.Completing;

/// <summary>
/// <c>kctl __complete WORDS...</c>, which the shells' scripts call: a line per candidate with its meaning after a tab, or <c>:files</c>. Whatever goes
/// wrong, nothing is offered and nothing said: somebody is typing.
/// </summary>
internal static class CompleteRequest
{
    public const string Verb = "__complete";
    public const string Files = ":files";

    /// <summary>A cluster that does not answer must not hold up the prompt.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync(string[] words, RootCommand root, Session session, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(s_patience, session.Terminal.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        words = words is ["help", .. { Length: > 0 } topic] ? topic : words;
        var typed = words.Length > 0 ? words[^1] : "";
        try
        {
            var candidates = await new Completer(root, session).CompleteAsync(words, both.Token);
            if (candidates is null)
            {
                await session.Out.WriteLineAsync(Files);
                return 0;
            }

            foreach (var candidate in candidates.Where(c => c.Word.StartsWith(typed, StringComparison.Ordinal)).DistinctBy(c => c.Word))
            {
                await session.Out.WriteLineAsync(candidate.Description is { Length: > 0 } text ? $"{candidate.Word}\t{text}" : candidate.Word);
            }
        }
        catch (Exception e) when (e is CommandException or KubeconfigException or ApiException or HttpRequestException or IOException or TimeoutException or OperationCanceledException or JsonException)
        {
            // As said above.
        }

        return 0;
    }
}
