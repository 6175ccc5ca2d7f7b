using Kube.Api;
using Kube.Api.ApiExtensions.V1;
using Kube.Api.Meta.V1;
using Kube.Api.Resources;

namespace Kube.ApiServer.OpenApi;

/// <summary>The names clients know the definitions by, such as <c>io.k8s.api.apps.v1.Deployment</c>. They follow from the C# names.</summary>
internal static class SchemaNames
{
    public const string Time = "io.k8s.apimachinery.pkg.apis.meta.v1.Time";
    public const string MicroTime = "io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime";
    public const string Quantity = "io.k8s.apimachinery.pkg.api.resource.Quantity";
    public const string IntOrString = "io.k8s.apimachinery.pkg.util.intstr.IntOrString";
    public const string Patch = "io.k8s.apimachinery.pkg.apis.meta.v1.Patch";
    private const string MetaPrefix = "io.k8s.apimachinery.pkg.apis.meta.v1.";
    private const string ExtensionsPrefix = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.";
    private static readonly string s_metaNamespace = typeof(ObjectMeta).Namespace!;
    private static readonly string s_extensionsNamespace = typeof(CustomResourceDefinition).Namespace!;
    private static readonly string s_root = typeof(ApiJson).Namespace! + ".";

    public static string Of(Type type) => type.Namespace == s_metaNamespace ? MetaPrefix + type.Name
        : type.Namespace == s_extensionsNamespace ? ExtensionsPrefix + type.Name
        : $"io.k8s.api.{type.Namespace![s_root.Length..].ToLowerInvariant()}.{type.Name}";

    /// <summary>The definition of a resource's kind; of kinds without a type it follows from the group: <c>com.example.v1.Widget</c>.</summary>
    public static string Of(Resource resource) => resource.Form.Typed is { } typed
        ? Of(typed.Type)
        : $"{string.Join('.', resource.Info.Group.Split('.').Reverse())}.{resource.Info.Version}.{resource.Info.Kind}";

    /// <summary>The definition of a kind's list, which has no C# type of its own.</summary>
    public static string ListOf(Resource resource) => Of(resource) + "List";
}
