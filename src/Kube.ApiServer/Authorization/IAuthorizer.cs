using Kube.ApiServer.Authentication;

namespace Kube.ApiServer.Authorization;

/// <summary>Decides who may do what.</summary>
internal interface IAuthorizer
{
    /// <summary>Whether a request is allowed.</summary>
    ValueTask<Decision> AuthorizeAsync(AccessRequest request, CancellationToken cancel);

    /// <summary>What a user may do in a namespace, cluster-wide permissions among it.</summary>
    ValueTask<UserRules> RulesForAsync(UserInfo user, string ns, CancellationToken cancel);
}
