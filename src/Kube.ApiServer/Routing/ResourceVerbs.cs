using Kube.Api;
using Kube.Api.Resources;
using Kube.ApiServer.Codec;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Verbs;

namespace Kube.ApiServer.Routing;

/// <summary>Hands a request for a resource to its verb or subresource. What a resource serves is what its declaration says.</summary>
internal sealed class ResourceVerbs
{
    private readonly Dictionary<string, Func<ApiRequest, Task>> _verbs;
    private readonly Dictionary<string, Func<ApiRequest, Task>> _partVerbs;
    private readonly Dictionary<string, Func<ApiRequest, Task>> _subresources;

    public ResourceVerbs(VerbSet verbs)
    {
        _verbs = new(StringComparer.Ordinal)
        {
            ["get"] = verbs.Get.HandleAsync,
            ["list"] = verbs.List.HandleAsync,
            ["watch"] = verbs.Watch.HandleAsync,
            ["create"] = verbs.Create.HandleAsync,
            ["update"] = verbs.Update.HandleAsync,
            ["patch"] = verbs.Patch.HandleAsync,
            ["delete"] = verbs.Delete.HandleAsync,
            ["deletecollection"] = verbs.DeleteCollection.HandleAsync,
        };
        _partVerbs = new(StringComparer.Ordinal)
        {
            ["get"] = verbs.Get.HandleAsync,
            ["update"] = verbs.Update.HandleAsync,
            ["patch"] = verbs.Patch.HandleAsync,
        };
        _subresources = new(StringComparer.Ordinal)
        {
            ["scale"] = verbs.Scale.HandleAsync,
            ["binding"] = verbs.Binding.HandleAsync,
            ["eviction"] = verbs.Eviction.HandleAsync,
            ["log"] = verbs.Log.HandleAsync,
            ["finalize"] = verbs.Finalize.HandleAsync,
            ["token"] = verbs.Token.HandleAsync,
            ["exec"] = verbs.Streams.ExecAsync,
            ["attach"] = verbs.Streams.AttachAsync,
            ["portforward"] = verbs.Streams.PortForwardAsync,
            ["proxy"] = verbs.Proxy.HandleAsync,
        };
    }

    public Task HandleAsync(ApiRequest request)
    {
        var info = request.Info;
        var declared = info.Subresource is { } part ? request.Served.Subresources.FirstOrDefault(s => s.Name == part) ?? throw Failure.NoSuchResource() : null;
        if (declared is not { IsPassedOn: true } && info.Verb is "create" or "update" or "patch" or "delete" or "deletecollection")
        {
            WriteParameters.Check(request);
        }

        if (info.Namespace is not null && !request.View.Info.Namespaced)
        {
            throw Failure.NoSuchResource();
        }

        if (request.View.Deprecation is { } deprecation)
        {
            request.Warn(deprecation);
        }

        if (declared is not null)
        {
            return declared.Serves(info.Verb) && HandlerOf(declared, request.View.Info, info.Verb) is { } serve ? serve(request) : throw Failure.MethodNotAllowed();
        }

        var named = info.Name is not null && request.View.Info.Namespaced && info.Namespace is null;
        return named ? throw Failure.NoSuchResource()
            : request.Served.Verbs.Contains(info.Verb) && _verbs.TryGetValue(info.Verb, out var verb) ? verb(request) : throw Failure.MethodNotAllowed();
    }

    /// <summary>A part of the object itself, such as status or approval, is read and written by the object's own verbs.</summary>
    private Func<ApiRequest, Task>? HandlerOf(Subresource part, ResourceInfo info, string verb) => _subresources.GetValueOrDefault(part.Name)
        ?? (part.Kind == info.Kind && part.ApiVersion == info.ApiVersion ? _partVerbs.GetValueOrDefault(verb) : null);
}
