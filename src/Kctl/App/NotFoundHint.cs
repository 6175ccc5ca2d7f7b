using Kctl.Api;
using Kube.Api.Meta.V1;
using Kube.Client;

namespace Kctl.App;

/// <summary>For an object that is not there: the one that was probably meant, asked of the cluster.</summary>
internal static class NotFoundHint
{
    /// <summary>A tail for the message; empty where there is nothing near, or where the cluster does not tell.</summary>
    public static async Task<string> ForAsync(Session session, Status status, CancellationToken ct)
    {
        if (status is not { Reason: "NotFound", Details: { Kind: { Length: > 0 } plural, Name: { Length: > 0 } name } details })
        {
            return "";
        }

        try
        {
            var types = await session.Names.AllAsync(ct);
            var type = types.FirstOrDefault(t => t.Plural == plural && t.Group == (details.Group ?? ""));
            return type is null ? "" : await NearAsync(session, type, name, ct);
        }
        catch (Exception e) when (e is ApiException or HttpRequestException or IOException or TimeoutException)
        {
            return "";
        }
    }

    private static async Task<string> NearAsync(Session session, ResourceType type, string name, CancellationToken ct)
    {
        var names = await ObjectNames.ListAsync(session, type, type.Namespaced ? session.Namespace : null, ct);
        if (Suggestion.Tail(name, names) is { Length: > 0 } near)
        {
            return near;
        }

        if (!type.Namespaced)
        {
            return "";
        }

        var elsewhere = await ObjectNames.NamespacesAsync(session, type, name, ct);
        return elsewhere.Count == 0 ? "" : $"; there is one in namespace {elsewhere[0]}: add -n {elsewhere[0]}";
    }
}
