namespace Kube.ApiServer.Authorization;

/// <summary>Whether a request is allowed.</summary>
/// <param name="Allowed">True when it is.</param>
/// <param name="Reason">Which rule allowed it, or what kept rules from being found; empty when there is nothing to say.</param>
internal sealed record Decision(bool Allowed, string Reason = "");
