using Kube.Api;
using Kube.Api.Resources;
using Kube.ApiServer.Authentication;
using Kube.ApiServer.Codec;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;
using Kube.Machinery.Apply;
using Microsoft.AspNetCore.Http;

namespace Kube.ApiServer.Routing;

/// <summary>One request for a resource, on its way through a verb.</summary>
internal sealed class ApiRequest(HttpContext http, RequestInfo info, ServedResource served, UserInfo user, CancellationToken cancel)
{
    // All warnings together must fit into a client's headers: as in Kubernetes long ones are cut once there are many.
    private const int MaximumWarnings = 4096;
    private const int LongWarnings = 2048;
    private const int LongWarning = 256;

    private HashSet<string>? _warnings;
    private int _warned;

    public HttpContext Http => http;

    public RequestInfo Info => info;

    public ServedResource Served => served;

    public ResourceStore Store => served.Store;

    /// <summary>The resource as clients see it.</summary>
    public Resource View => served.View;

    public UserInfo User => user;

    public CancellationToken Cancel => cancel;

    /// <summary>Namespace of the object or list; null for cluster-scoped resources and for lists over all namespaces.</summary>
    public string? Namespace => View.Info.Namespaced ? info.Namespace : null;

    /// <summary>The object's name; requests without one never get to the verbs that need it.</summary>
    public string Name => info.Name ?? throw Failure.MethodNotAllowed();

    /// <summary>One query parameter; null when it is absent.</summary>
    public string? Query(string name) => http.Request.Query.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>What the write asks for beside the object.</summary>
    public WriteOptions WriteOptions => new(user, http.Request.Query["dryRun"].Contains("All"), info.Subresource, View, Manager("Update"), Warn);

    /// <summary>What a PUT or PATCH may change.</summary>
    public UpdateTarget Target => info.Subresource switch
    {
        null => UpdateTarget.Object,
        "status" => UpdateTarget.Status,
        _ => UpdateTarget.Part,
    };

    /// <summary>Who writes, for <c>managedFields</c>: the field manager of the query, else what the client calls itself up to the first slash.</summary>
    public FieldManager Manager(string operation)
    {
        var name = Query("fieldManager") is { Length: > 0 } given ? given : ClientName;
        return new FieldManager(name.Length == 0 ? "unknown" : name, operation, View.Info.ApiVersion, info.Subresource ?? "");
    }

    /// <summary>What to do with unknown and duplicate fields.</summary>
    public FieldValidation FieldValidation => FieldValidationParameter.Parse(Query("fieldValidation"));

    /// <summary>The body as JSON; <paramref name="expected"/> is the form of the object in it.</summary>
    public async Task<byte[]> ReadBodyAsync(ObjectForm expected) => BodyDecoder.ToJson(await RequestBody.ReadAsync(http.Request, cancel), http.Request.ContentType, expected);

    /// <summary>Reads an object of the body, judging its fields by <see cref="FieldValidation"/>.</summary>
    public IKubeObject Decode(byte[] json, ObjectForm form, string apiVersion, string kind)
    {
        var obj = BodyDecoder.Decode(json, form, apiVersion, kind);
        CheckFields(json, form, apiVersion[(apiVersion.LastIndexOf('/') + 1)..], kind);
        return obj;
    }

    /// <summary>Reads an object of the resource.</summary>
    public IKubeObject Decode(byte[] json) => Decode(json, View.Form, View.Info.ApiVersion, View.Info.Kind);

    /// <summary>Reports or refuses fields that the form does not have, or that stand twice.</summary>
    private void CheckFields(byte[] json, ObjectForm form, string version, string kind)
    {
        if (FieldValidation is var mode && mode != FieldValidation.Ignore)
        {
            foreach (var warning in UnknownFields.Check(json, form, version, kind, mode))
            {
                Warn(warning);
            }
        }
    }

    /// <summary>A text that may stand in a header: no line breaks, nothing that is no text.</summary>
    private static string Shown(string text) => string.Concat(text.EnumerateRunes().Select(r => System.Text.Rune.IsControl(r) ? " " : r.ToString()));

    /// <summary>What the client calls itself, as far as that makes a field manager's name.</summary>
    private string ClientName => string.Concat(http.Request.Headers.UserAgent.ToString().Split('/')[0].Where(c => c is >= ' ' and <= '~').Take(128));

    /// <summary>Adds a Warning header to the answer; each text once.</summary>
    public void Warn(string text)
    {
        var shown = Shown(_warned > LongWarnings && text.Length > LongWarning ? text[..LongWarning] : text);
        if (_warned + shown.Length <= MaximumWarnings && (_warnings ??= new(StringComparer.Ordinal)).Add(shown))
        {
            _warned += shown.Length;
            http.Response.Headers.Append("Warning", $"299 - \"{shown.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"");
        }
    }
}
