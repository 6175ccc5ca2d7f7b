using Kube.ApiServer.Authentication;
using Kube.ApiServer.Authorization.Rbac;

namespace Kube.ApiServer.Authorization;

/// <summary>
/// Whoever proved who they are may do everything; nobody else may do anything. A machine that only has a token to join with may ask for its
/// certificate and find out what is served: such tokens are written into command lines and mailed around.
/// </summary>
internal sealed class AllowAuthenticated : IAuthorizer
{
    private static readonly UserRules s_everything = new(
    [
        new() { Verbs = ["*"], ApiGroups = ["*"], Resources = ["*"] },
        new() { Verbs = ["*"], NonResourceURLs = ["*"] },
    ]);

    private static readonly UserRules s_joining = new(
    [
        new() { Verbs = ["create", "get", "list", "watch"], ApiGroups = ["certificates.k8s.io"], Resources = ["certificatesigningrequests"] },
        new() { Verbs = ["create"], ApiGroups = ["authentication.k8s.io"], Resources = ["selfsubjectreviews"] },
        new() { Verbs = ["create"], ApiGroups = ["authorization.k8s.io"], Resources = ["selfsubjectaccessreviews", "selfsubjectrulesreviews"] },
        new() { Verbs = ["get"], NonResourceURLs = ["/api", "/api/*", "/apis", "/apis/*", "/openapi", "/openapi/*", "/version", "/version/"] },
    ]);

    public ValueTask<Decision> AuthorizeAsync(AccessRequest request, CancellationToken cancel) => new(request.User.IsBootstrapper
        ? new Decision(s_joining.Rules.Any(rule => RuleMatch.Allows(rule, request)))
        : new Decision(request.User.IsAuthenticated));

    public ValueTask<UserRules> RulesForAsync(UserInfo user, string ns, CancellationToken cancel) => new(
        user.IsBootstrapper ? s_joining : user.IsAuthenticated ? s_everything : new UserRules([]));
}
