using Kube.Api.Rbac.V1;

namespace Kube.ApiServer.Authorization;

/// <summary>Everything a user may do in a namespace.</summary>
/// <param name="Rules">The rules, each about resources or about paths.</param>
/// <param name="Problem">Why there may be more than could be found; null when these are all.</param>
internal sealed record UserRules(IReadOnlyList<PolicyRule> Rules, string? Problem = null);
