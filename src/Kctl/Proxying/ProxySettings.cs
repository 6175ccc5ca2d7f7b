namespace Kctl.Proxying;

/// <summary>What the proxy passes on and from where it serves.</summary>
/// <param name="ApiPrefix">The path below which the server's own paths begin; it ends with a slash.</param>
/// <param name="Filter">Which requests are passed on.</param>
/// <param name="Files">Files of this machine; null for none.</param>
internal sealed record ProxySettings(string ApiPrefix, RequestFilter Filter, StaticFiles? Files);
