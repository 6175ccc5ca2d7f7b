using Microsoft.AspNetCore.Http;

namespace Kube.ApiServer.Routing;

/// <summary>Something served under a path that is no resource.</summary>
/// <param name="HandleAsync">Answers the request.</param>
/// <param name="IsPublic">True where nobody has to say who they are.</param>
internal sealed record PathRoute(Func<HttpContext, CancellationToken, Task> HandleAsync, bool IsPublic = false);
