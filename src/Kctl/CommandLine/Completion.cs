namespace Kctl.CommandLine;

/// <summary>The words that may stand where the user is typing; what does not fit what is typed already is left out later.</summary>
internal delegate Task<IEnumerable<string>> Completion(CompletionRequest request, CancellationToken ct);

/// <summary>What is known of a command line that is still being typed.</summary>
/// <param name="Parse">All before the word being typed.</param>
/// <param name="Typed">The word being typed, as far as it is.</param>
internal sealed record CompletionRequest(ParseResult Parse, string Typed);
