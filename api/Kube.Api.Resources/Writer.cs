namespace Kube.Api.Resources;

/// <summary>Who writes an object, and when.</summary>
/// <param name="Name">The user's name.</param>
/// <param name="Uid">The user's uid; null for none.</param>
/// <param name="Groups">The user's groups.</param>
/// <param name="Extra">What else is known of the user.</param>
/// <param name="Now">The time of the write.</param>
public sealed record Writer(string Name, string? Uid, IReadOnlyList<string> Groups, IReadOnlyDictionary<string, IReadOnlyList<string>> Extra, DateTime Now);
