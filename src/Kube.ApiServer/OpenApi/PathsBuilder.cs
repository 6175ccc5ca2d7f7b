using System.Text.Json.Nodes;
using Kube.Api.Meta.V1;
using Kube.Api.Resources;

namespace Kube.ApiServer.OpenApi;

/// <summary>The paths and operations of resources; clients look up here which parameters an operation takes.</summary>
internal sealed class PathsBuilder(OperationShape shape)
{
    private static readonly string[] s_ofOneObject = ["get", "update", "patch", "delete"];
    private static readonly string s_status = SchemaNames.Of(typeof(Status));

    public void Add(JsonObject paths, Resource resource)
    {
        var info = resource.Info;
        var kind = SchemaNames.Of(resource);
        var root = info.Group.Length == 0 ? $"/api/{info.Version}" : $"/apis/{info.Group}/{info.Version}";
        var scope = info.Namespaced ? $"{root}/namespaces/{{namespace}}" : root;
        var collection = Path(info.Namespaced, named: false);
        AddOperation(collection, resource, "get", "list", SchemaNames.ListOf(resource));
        AddOperation(collection, resource, "post", "create", kind, kind);
        AddOperation(collection, resource, "delete", "deletecollection", s_status);
        paths[$"{scope}/{info.Plural}"] = collection;
        if (info.Namespaced && resource.Verbs.Contains("list"))
        {
            var all = Path(namespaced: false, named: false);
            AddOperation(all, resource, "get", "list", SchemaNames.ListOf(resource));
            paths[$"{root}/{info.Plural}"] = all;
        }

        var item = Path(info.Namespaced, named: true);
        AddOperation(item, resource, "get", "get", kind);
        AddOperation(item, resource, "put", "update", kind, kind);
        AddOperation(item, resource, "patch", "patch", kind);
        AddOperation(item, resource, "delete", "delete", s_status, SchemaNames.Of(typeof(DeleteOptions)));
        if (resource.Verbs.Any(s_ofOneObject.Contains))
        {
            paths[$"{scope}/{info.Plural}/{{name}}"] = item;
        }

        foreach (var part in resource.Subresources)
        {
            paths[$"{scope}/{info.Plural}/{{name}}/{part.Name}"] = Subresource(resource, part);
            if (part is { IsPassedOn: true, Name: "proxy" })
            {
                var below = Subresource(resource, part);
                below["parameters"]!.AsArray().Add((JsonNode)shape.Parameter("path", "path", "string", "Path of the request that is passed on."));
                paths[$"{scope}/{info.Plural}/{{name}}/{part.Name}/{{path}}"] = below;
            }
        }
    }

    private JsonObject Subresource(Resource resource, Subresource part)
    {
        var path = Path(resource.Info.Namespaced, named: true);
        var definition = part.IsPassedOn || part.Name == "log" ? null : SubresourceTypes.DefinitionOf(resource, part);
        foreach (var (verb, method) in new[] { ("get", "get"), ("update", "put"), ("patch", "patch"), ("create", "post"), ("delete", "delete") })
        {
            if (part.Verbs.Contains(verb))
            {
                var operation = AddOperation(path, resource, method, verb, definition, verb is "update" or "create" ? definition : null, declared: true);
                var (group, version) = part.ApiVersion.Split('/') is [var g, var v] ? (g, v) : ("", part.ApiVersion);
                operation!["x-kubernetes-group-version-kind"] = new JsonObject { ["group"] = group, ["version"] = version, ["kind"] = part.Kind };
                operation["operationId"] = $"{operation["operationId"]}{char.ToUpperInvariant(part.Name[0])}{part.Name[1..]}";
            }
        }

        return path;
    }

    private JsonObject Path(bool namespaced, bool named)
    {
        var parameters = new JsonArray();
        if (named)
        {
            parameters.Add((JsonNode)shape.Parameter("name", "path", "string", "Name of the object."));
        }

        if (namespaced)
        {
            parameters.Add((JsonNode)shape.Parameter("namespace", "path", "string", "Namespace of the object."));
        }

        return new JsonObject { ["parameters"] = parameters };
    }

    private JsonObject? AddOperation(JsonObject path, Resource resource, string method, string verb, string? answer, string? body = null, bool declared = false)
    {
        var info = resource.Info;
        if (!declared && !resource.Verbs.Contains(verb))
        {
            return null;
        }

        var operation = new JsonObject
        {
            ["operationId"] = $"{verb}{Cased(info.Group.Length == 0 ? "core" : info.Group.Split('.')[0])}{Cased(info.Version)}{(path["parameters"]!.AsArray().Count == 0 && info.Namespaced ? "AllNamespaces" : "")}{info.Kind}",
            ["description"] = $"{verb} {info.Kind}",
            ["tags"] = new JsonArray($"{(info.Group.Length == 0 ? "core" : info.Group.Split('.')[0])}_{info.Version}"),
            ["parameters"] = new JsonArray([.. Parameters(verb).Select(p => (JsonNode?)p)]),
            ["x-kubernetes-action"] = verb switch { "create" => "post", "update" => "put", _ => verb },
            ["x-kubernetes-group-version-kind"] = new JsonObject { ["group"] = info.Group, ["version"] = info.Version, ["kind"] = info.Kind },
        };
        if (verb == "patch")
        {
            shape.AddPatch(operation, resource);
        }
        else if (body is not null)
        {
            shape.AddBody(operation, body);
        }

        shape.AddAnswer(operation, verb == "create" ? 201 : 200, answer);
        path[method] = operation;
        return operation;
    }

    private IEnumerable<JsonObject> Parameters(string verb)
    {
        yield return Query("pretty", "Accepted for compatibility; answers are always compact.");
        if (verb is "create" or "update" or "patch" or "delete" or "deletecollection")
        {
            yield return Query("dryRun", "All: do everything but the write.");
        }

        if (verb is "create" or "update" or "patch")
        {
            yield return Query("fieldManager", "Name of who makes the change.");
            yield return Query("fieldValidation", "What to do with unknown and duplicate fields: Ignore, Warn or Strict.");
        }

        if (verb is "delete" or "deletecollection")
        {
            yield return shape.Parameter("gracePeriodSeconds", "query", "integer", "Seconds before the object is deleted.");
            yield return Query("propagationPolicy", "What becomes of dependents: Orphan, Background or Foreground.");
        }

        if (verb is "list" or "deletecollection")
        {
            yield return Query("labelSelector", "Labels the objects must have.");
            yield return Query("fieldSelector", "Fields the objects must have.");
            yield return shape.Parameter("limit", "query", "integer", "Objects per answer.");
            yield return Query("continue", "Token of the next chunk.");
            yield return Query("resourceVersion", "Revision the answer must be at least as new as.");
            yield return Query("resourceVersionMatch", "NotOlderThan or Exact.");
        }

        if (verb == "list")
        {
            yield return shape.Parameter("watch", "query", "boolean", "Stream changes instead.");
            yield return shape.Parameter("allowWatchBookmarks", "query", "boolean", "Send bookmarks in a watch.");
            yield return shape.Parameter("sendInitialEvents", "query", "boolean", "Begin a watch with the present state.");
            yield return shape.Parameter("timeoutSeconds", "query", "integer", "How long a watch lasts.");
        }
    }

    private JsonObject Query(string name, string description) => shape.Parameter(name, "query", "string", description);

    private static string Cased(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
