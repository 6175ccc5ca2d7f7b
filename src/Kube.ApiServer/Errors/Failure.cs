using Kube.Api;
using Kube.Api.Meta.V1;
using Kube.ApiServer.Authorization;
using Kube.Machinery.Apply;
using Kube.Machinery.Validation;

namespace Kube.ApiServer.Errors;

/// <summary>Every way a request can fail, in the words, reasons and codes clients of Kubernetes know.</summary>
internal static class Failure
{
    private const string ModifiedText = "the object has been modified; please apply your changes to the latest version and try again";

    public static ApiError BadRequest(string message) => Make(400, StatusReason.BadRequest, message);

    public static ApiError Unauthorized() => Make(401, StatusReason.Unauthorized, "Unauthorized");

    public static ApiError Forbidden(ResourceInfo info, string? name, string why, params IEnumerable<StatusCause> causes) => Make(
        403, StatusReason.Forbidden, $"{info.GroupResource} \"{name}\" is forbidden: {why}", Details(info, info.Plural, name, causes));

    /// <summary>What the authorizer does not allow.</summary>
    public static ApiError NotPermitted(AccessRequest request, string reason)
    {
        var what = request.Path is { } path
            ? $"User \"{request.User.Name}\" cannot {request.Verb} path \"{path}\""
            : $"User \"{request.User.Name}\" cannot {request.Verb} resource \"{request.FullResource}\" in API group \"{request.Group}\" "
                + (request.Namespace.Length == 0 ? "at the cluster scope" : $"in the namespace \"{request.Namespace}\"");
        var resource = request.Group.Length == 0 ? request.Resource : $"{request.Resource}.{request.Group}";
        var subject = resource.Length == 0 ? "forbidden" : request.Name.Length == 0 ? $"{resource} is forbidden" : $"{resource} \"{request.Name}\" is forbidden";
        return Make(403, StatusReason.Forbidden, $"{subject}: {what}{(reason.Length == 0 ? "" : ": " + reason)}", new StatusDetails
        {
            Name = request.Name.Length == 0 ? null : request.Name,
            Group = request.Group.Length == 0 ? null : request.Group,
            Kind = request.Resource.Length == 0 ? null : request.Resource,
        });
    }

    public static ApiError NotFound(ResourceInfo info, string? name) => Make(
        404, StatusReason.NotFound, $"{info.GroupResource} \"{name}\" not found", Details(info, info.Plural, name));

    public static ApiError NoSuchResource() => Make(404, StatusReason.NotFound, "the server could not find the requested resource", new StatusDetails());

    public static ApiError MethodNotAllowed() => Make(
        405, StatusReason.MethodNotAllowed, "the server does not allow this method on the requested resource", new StatusDetails());

    public static ApiError NotAcceptable(IEnumerable<string> supported) => Make(
        406, StatusReason.NotAcceptable, $"only the following media types are accepted: {string.Join(", ", supported)}");

    public static ApiError AlreadyExists(ResourceInfo info, string? name) => Make(
        409, StatusReason.AlreadyExists, $"{info.GroupResource} \"{name}\" already exists", Details(info, info.Plural, name));

    public static ApiError NoFreeName(ResourceInfo info, string? name) => Make(
        409, StatusReason.AlreadyExists, $"{info.GroupResource} \"{name}\" already exists, the server was not able to generate a unique name for the object", Details(info, info.Plural, name));

    public static ApiError Modified(ResourceInfo info, string? name) => Conflict(info, name, ModifiedText);

    public static ApiError Conflict(ResourceInfo info, string? name, string why) => Make(
        409, StatusReason.Conflict, $"Operation cannot be fulfilled on {info.GroupResource} \"{name}\": {why}", Details(info, info.Plural, name));

    /// <summary>An apply that names fields others own with other values; a cause per field.</summary>
    public static ApiError ApplyConflict(ResourceInfo info, string? name, IReadOnlyList<ApplyConflict> conflicts)
    {
        static string By(FieldManager manager) => $"\"{manager.Name}\"{(manager.Subresource.Length == 0 ? "" : $" with subresource \"{manager.Subresource}\"")}{(manager.Operation == "Apply" ? "" : $" using {manager.ApiVersion}")}";
        var managers = conflicts.GroupBy(c => By(c.Manager)).ToList();
        var text = conflicts.Count == 1
            ? $"Apply failed with 1 conflict: conflict with {By(conflicts[0].Manager)}: {conflicts[0].Path}"
            : $"Apply failed with {conflicts.Count} conflicts: {string.Join("\n", managers.Select(m => $"conflicts with {m.Key}:\n{string.Join("\n", m.Select(c => "- " + c.Path))}"))}";
        var causes = conflicts.Select(c => new StatusCause { Reason = CauseType.FieldManagerConflict, Message = $"conflict with {By(c.Manager)}", Field = c.Path });
        return Make(409, StatusReason.Conflict, text, Details(info, info.Plural, name, causes));
    }

    public static ApiError Expired(string message, string? continueToken = null)
    {
        var error = Make(410, StatusReason.Expired, message);
        error.Status.Metadata = new ListMeta { Continue = continueToken };
        return error;
    }

    public static ApiError TooLarge(long limit) => Make(
        413, StatusReason.RequestEntityTooLarge, $"Request entity too large: limit is {limit}");

    public static ApiError TooManyOperations(string message) => Make(413, StatusReason.RequestEntityTooLarge, message);

    public static ApiError UnsupportedMediaType(string? given, params IEnumerable<string> supported) => Make(
        415, StatusReason.UnsupportedMediaType, $"the body of the request was in an unknown format - accepted media types include: {string.Join(", ", supported)}{(given is null ? "" : $" (got {given})")}");

    public static ApiError Invalid(ResourceInfo info, string? name, IReadOnlyCollection<FieldError> errors)
    {
        var texts = errors.Select(e => e.ToString()).Distinct().ToList();
        var kind = info.Group.Length == 0 ? info.Kind : $"{info.Kind}.{info.Group}";
        var list = texts.Count == 1 ? texts[0] : $"[{string.Join(", ", texts)}]";
        var causes = errors.Select(e => new StatusCause { Reason = e.Type.ToString(), Message = e.Detail, Field = e.Field });
        return Make(422, StatusReason.Invalid, $"{kind} \"{name}\" is invalid: {list}", Details(info, info.Kind, name, causes));
    }

    /// <summary>A patch that does not fit the object. Without details, as kubectl shows the message only then.</summary>
    public static ApiError Unprocessable(string message) => Make(422, StatusReason.Invalid, message);

    /// <summary>A patch after which the object is none of its kind; <paramref name="left"/> is what it leaves.</summary>
    public static ApiError InvalidPatch(string left, string why)
    {
        var errors = new FieldErrors();
        errors.Invalid(FieldPath.Of("patch"), left, why);
        return Invalid(new ResourceInfo("", "", "", "", Scope.Cluster), "", errors);
    }

    public static ApiError TooManyRequests(int retryAfterSeconds) => Make(
        429, StatusReason.TooManyRequests, "the server has received too many requests and has asked us to try again later", new StatusDetails { RetryAfterSeconds = retryAfterSeconds });

    /// <summary>An eviction that would leave a disruption budget with too few pods; <paramref name="why"/> is the cause in the budget's terms.</summary>
    public static ApiError EvictionRefused(string why, int? retryAfterSeconds = null) => Make(
        429, StatusReason.TooManyRequests, "Cannot evict pod as it would violate the pod's disruption budget.", new StatusDetails
        {
            Causes = [new StatusCause { Reason = "DisruptionBudget", Message = why }],
            RetryAfterSeconds = retryAfterSeconds,
        });

    /// <summary>An eviction whose budget the controller has not caught up with.</summary>
    public static ApiError EvictionPremature(string budget) => EvictionRefused($"The disruption budget {budget} is still being processed by the server.", 10);

    public static ApiError BudgetForbidden(string budget, string why) => Forbidden(
        new ResourceInfo("policy", "v1", "PodDisruptionBudget", "poddisruptionbudget", Scope.Namespaced), budget, why,
        new StatusCause { Reason = "DisruptionBudget", Message = $"The disruption budget {budget} does not allow evicting pods currently: {why}" });

    public static ApiError SeveralBudgets() => WithoutReason("This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.");

    public static ApiError Internal(string message) => Make(500, StatusReason.InternalError, $"Internal error occurred: {message}", new StatusDetails
    {
        Causes = [new StatusCause { Message = message }],
    });

    public static ApiError KubeletUnreachable(string message) => Make(500, StatusReason.InternalError, message);

    /// <summary>A stream that cannot be opened. As in Kubernetes it has no reason, so that kubectl shows the message alone.</summary>
    public static ApiError BackendUnreachable(string message) => WithoutReason(message);

    /// <summary>A kubelet's own words: a Status is passed on, plain text becomes one.</summary>
    public static ApiError FromKubelet(int code, string body)
    {
        try
        {
            if (body.StartsWith('{') && ApiJson.Deserialize<Status>(System.Text.Encoding.UTF8.GetBytes(body)) is { Code: not null, Kind: "Status" } status)
            {
                return new ApiError(status);
            }
        }
        catch (System.Text.Json.JsonException)
        {
            // Not a Status after all: the text itself is the message.
        }

        return code switch
        {
            400 => BadRequest(body),
            404 => Make(404, StatusReason.NotFound, body.Length == 0 ? "the server could not find the requested resource" : body),
            _ => Make(500, StatusReason.InternalError, $"the kubelet answered {code}: {body}"),
        };
    }

    public static ApiError Unavailable(string message) => Make(503, StatusReason.ServiceUnavailable, message, new StatusDetails { RetryAfterSeconds = 1 });

    public static ApiError TimedOut(string message) => Make(504, StatusReason.Timeout, $"Timeout: {message}", new StatusDetails { RetryAfterSeconds = 1 });

    public static ApiError RevisionTooLarge(long asked, long current) => Make(504, StatusReason.Timeout, $"Timeout: Too large resource version: {asked}, current: {current}", new StatusDetails
    {
        Causes = [new StatusCause { Reason = CauseType.ResourceVersionTooLarge, Message = "Too large resource version" }],
        RetryAfterSeconds = 1,
    });

    private static ApiError WithoutReason(string message)
    {
        var error = Make(500, "", message);
        error.Status.Reason = null;
        return error;
    }

    private static StatusDetails Details(ResourceInfo info, string kind, string? name, params IEnumerable<StatusCause> causes)
    {
        var list = causes.ToList();
        return new StatusDetails
        {
            Name = string.IsNullOrEmpty(name) ? null : name,
            Group = info.Group.Length == 0 ? null : info.Group,
            Kind = kind,
            Causes = list.Count == 0 ? null : list,
        };
    }

    private static ApiError Make(int code, string reason, string message, StatusDetails? details = null) => new(new Status
    {
        ApiVersion = "v1",
        Kind = "Status",
        Metadata = new ListMeta(),
        Result = "Failure",
        Message = message,
        Reason = reason,
        Details = details,
        Code = code,
    });
}
