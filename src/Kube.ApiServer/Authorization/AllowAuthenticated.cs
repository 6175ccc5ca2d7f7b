using Kube.ApiServer.Authentication;

namespace Kube.ApiServer.Authorization;

/// <summary>Whoever proved who they are may do everything; nobody else may do anything.</summary>
internal sealed class AllowAuthenticated : IAuthorizer
{
    private static readonly UserRules s_everything = new(
    [
        new() { Verbs = ["*"], ApiGroups = ["*"], Resources = ["*"] },
        new() { Verbs = ["*"], NonResourceURLs = ["*"] },
    ]);

    public ValueTask<Decision> AuthorizeAsync(AccessRequest request, CancellationToken cancel) => new(new Decision(request.User.IsAuthenticated));

    public ValueTask<UserRules> RulesForAsync(UserInfo user, string ns, CancellationToken cancel) => new(user.IsAuthenticated ? s_everything : new UserRules([]));
}
