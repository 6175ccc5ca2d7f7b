using Kube.Api;
using Kube.ApiServer.Errors;
using Kube.Machinery.Validation;

namespace Kube.ApiServer.Verbs;

/// <summary>Which parameters of a list or watch go together; every violation is named in one 422, in Kubernetes' words.</summary>
internal static class ListRules
{
    private const string Exact = "Exact";
    private const string NotOlderThan = "NotOlderThan";
    private static readonly ResourceInfo s_options = new("meta.k8s.io", "v1", "ListOptions", "listoptions", Scope.Cluster);
    private static readonly FieldPath s_match = FieldPath.Of("resourceVersionMatch");

    public static void Check(ListQuery query, bool watch)
    {
        var errors = new FieldErrors();
        if (watch)
        {
            CheckWatch(query, errors);
        }
        else
        {
            CheckList(query, errors);
        }

        if (errors.Count > 0)
        {
            throw Failure.Invalid(s_options, "", errors);
        }

        if (!watch && query is { Continue: not null, ResourceVersion: not (null or "0") })
        {
            throw Failure.BadRequest("specifying resource version is not allowed when using continue");
        }
    }

    private static void CheckList(ListQuery query, FieldErrors errors)
    {
        if (query.Match is { } match)
        {
            if (query.ResourceVersion is null)
            {
                errors.Forbidden(s_match, "resourceVersionMatch is forbidden unless resourceVersion is provided");
            }

            CheckContinue(query, errors);
            if (match is not (Exact or NotOlderThan))
            {
                errors.NotSupported(s_match, match, Exact, NotOlderThan, "");
            }

            if (match == Exact && query.ResourceVersion == "0")
            {
                errors.Forbidden(s_match, "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"");
            }
        }

        if (query.SendInitialEvents is not null)
        {
            errors.Forbidden(FieldPath.Of("sendInitialEvents"), "sendInitialEvents is forbidden for list");
        }
    }

    private static void CheckWatch(ListQuery query, FieldErrors errors)
    {
        if (query.SendInitialEvents is not null && query.Match != NotOlderThan)
        {
            errors.Forbidden(s_match, $"sendInitialEvents requires setting resourceVersionMatch to {NotOlderThan}");
        }

        if (query.Match is not { } match)
        {
            return;
        }

        if (query.SendInitialEvents is null)
        {
            errors.Forbidden(s_match, "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided");
        }

        if (match != NotOlderThan)
        {
            errors.NotSupported(s_match, match, NotOlderThan);
        }

        CheckContinue(query, errors);
    }

    private static void CheckContinue(ListQuery query, FieldErrors errors)
    {
        if (query.Continue is not null)
        {
            errors.Forbidden(s_match, "resourceVersionMatch is forbidden when continue is provided");
        }
    }
}
