using Kube.ApiServer.Authorization;
using Kube.ApiServer.Errors;
using Microsoft.AspNetCore.Http;

namespace Kube.ApiServer.Authentication;

/// <summary>
/// A request made in the name of another: who it is to be, and what the real user must be allowed to for that. Read off the headers
/// <c>Impersonate-User</c>, <c>-Group</c>, <c>-Uid</c> and <c>-Extra-KEY</c>.
/// </summary>
/// <param name="User">The user the request goes on as.</param>
/// <param name="Needed">Everything the real user must be allowed to do.</param>
internal sealed record Impersonation(UserInfo User, IReadOnlyList<AccessRequest> Needed)
{
    private const string Prefix = "Impersonate-";
    private const string ExtraPrefix = "Impersonate-Extra-";
    private const string Verb = "impersonate";
    private const string Group = "authentication.k8s.io";
    private const string UnauthenticatedGroup = "system:unauthenticated";

    /// <summary>Null when the request is made in nobody else's name.</summary>
    public static Impersonation? Read(IHeaderDictionary headers, UserInfo real)
    {
        if (!IsAsked(headers))
        {
            return null;
        }

        var (name, uid) = (headers["Impersonate-User"].ToString(), headers["Impersonate-Uid"].ToString());
        var groups = headers["Impersonate-Group"].Where(g => !string.IsNullOrEmpty(g)).Select(g => g!).ToList();
        var extra = headers.Where(h => h.Key.StartsWith(ExtraPrefix, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(h => Uri.UnescapeDataString(h.Key[ExtraPrefix.Length..]).ToLowerInvariant(), h => (IReadOnlyList<string>)[.. h.Value.Select(v => v ?? "")]);
        if (name.Length == 0)
        {
            throw Failure.BadRequest("groups, a uid or extra values cannot be impersonated without impersonating a user");
        }

        var account = name.Split(':') is ["system", "serviceaccount", var ns, var accountName] ? (Namespace: ns, Name: accountName) : default;
        var user = account.Name is null ? new AccessRequest(real, Verb) { Resource = "users", Name = name }
            : new AccessRequest(real, Verb) { Resource = "serviceaccounts", Namespace = account.Namespace, Name = account.Name };
        List<AccessRequest> needed =
        [
            user,
            .. groups.Select(g => new AccessRequest(real, Verb) { Resource = "groups", Name = g }),
            .. uid.Length == 0 ? [] : new[] { new AccessRequest(real, Verb) { Group = Group, Resource = "uids", Name = uid } },
            .. extra.SelectMany(e => e.Value.Select(v => new AccessRequest(real, Verb) { Group = Group, Resource = "userextras", Subresource = e.Key, Name = v })),
        ];
        if (account.Name is not null && groups.Count == 0)
        {
            groups = ["system:serviceaccounts", $"system:serviceaccounts:{account.Namespace}"];
        }

        var everybody = name == UserInfo.Anonymous.Name ? UnauthenticatedGroup : UserInfo.AuthenticatedGroup;
        return new Impersonation(new UserInfo(name, uid.Length == 0 ? null : uid, [.. groups.Append(everybody).Distinct()]) { Extra = extra }, needed);
    }

    /// <summary>Every request passes here: the headers are walked, not listed.</summary>
    private static bool IsAsked(IHeaderDictionary headers)
    {
        foreach (var header in headers)
        {
            if (header.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
