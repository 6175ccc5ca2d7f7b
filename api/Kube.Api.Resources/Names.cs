namespace Kube.Api.Resources;

/// <summary>What people may call a resource beside its plural (which is in <see cref="ResourceInfo"/>).</summary>
/// <param name="Short">Short names, such as <c>po</c>.</param>
/// <param name="Categories">Groups it is listed under, such as <c>all</c>.</param>
/// <param name="Singular">Singular; the lower-case kind unless given.</param>
public sealed record Names(IReadOnlyList<string>? Short = null, IReadOnlyList<string>? Categories = null, string? Singular = null);
