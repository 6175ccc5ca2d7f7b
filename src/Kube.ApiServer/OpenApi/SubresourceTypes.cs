using Kube.Api.Authentication.V1;
using Kube.Api.Autoscaling.V1;
using Kube.Api.Core.V1;
using Kube.Api.Policy.V1;
using Kube.Api.Resources;

namespace Kube.ApiServer.OpenApi;

/// <summary>The types of kinds that are read or written below an object and have no collection of their own.</summary>
internal static class SubresourceTypes
{
    private static readonly Dictionary<(string ApiVersion, string Kind), Type> s_types = new()
    {
        [("autoscaling/v1", "Scale")] = typeof(Scale),
        [("v1", "Binding")] = typeof(Binding),
        [("authentication.k8s.io/v1", "TokenRequest")] = typeof(TokenRequest),
        [("policy/v1", "Eviction")] = typeof(Eviction),
    };

    /// <summary>The type of a subresource; the resource's own where the subresource is part of the object.</summary>
    public static Type Of(Resource resource, Subresource part) => s_types.GetValueOrDefault((part.ApiVersion, part.Kind), resource.Type);

    public static string DefinitionOf(Resource resource, Subresource part) =>
        s_types.TryGetValue((part.ApiVersion, part.Kind), out var type) ? SchemaNames.Of(type) : SchemaNames.Of(resource);
}
