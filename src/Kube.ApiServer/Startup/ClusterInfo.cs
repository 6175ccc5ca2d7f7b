using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;
using Kube.ApiServer.Routing;

namespace Kube.ApiServer.Startup;

/// <summary>
/// The ConfigMap <c>cluster-info</c> in <c>kube-public</c>: where the cluster is and which authority its certificates come from. Everybody may read it,
/// for it is what a machine asks for before it can prove anything; it must compare the authority with the hash it was given.
/// </summary>
internal sealed class ClusterInfo(ResourceRegistry registry, X509Certificate2Collection authorities, string server)
{
    private const string Space = "kube-public";
    private const string Name = "cluster-info";
    private const string Key = "kubeconfig";

    /// <summary>True for the one request for an object that needs no proof.</summary>
    public static bool IsAskedForBy(RequestInfo info) => info is { Verb: "get", Group: "", Plural: "configmaps", Namespace: Space, Name: Name, Subresource: null };

    /// <summary>Makes it, or makes it right. A server without an authority has nothing to tell.</summary>
    public async Task PublishAsync(CancellationToken cancel)
    {
        if (authorities.Count == 0)
        {
            return;
        }

        var store = registry.Core("configmaps");
        try
        {
            await store.UpdateAsync(Space, Name, current => new(Renewed((ConfigMap)current.Object.Clone())), UpdateTarget.Object, WriteOptions.Internal, cancel);
        }
        catch (ApiError error) when (error.Code == 404)
        {
            var made = new ConfigMap { ApiVersion = ConfigMap.Info.ApiVersion, Kind = ConfigMap.Info.Kind, Metadata = new ObjectMeta { Name = Name, Namespace = Space } };
            await store.CreateAsync(Renewed(made), Space, WriteOptions.Internal, cancel);
        }
    }

    private ConfigMap Renewed(ConfigMap map)
    {
        (map.Data ??= [])[Key] = Kubeconfig();
        return map;
    }

    private string Kubeconfig()
    {
        var pem = string.Concat(authorities.Select(a => a.ExportCertificatePem() + "\n"));
        return $"""
            apiVersion: v1
            clusters:
            - cluster:
                certificate-authority-data: {Convert.ToBase64String(Encoding.ASCII.GetBytes(pem))}
                server: {server}
              name: ""
            contexts: null
            current-context: ""
            kind: Config
            preferences: {"{}"}
            users: null

            """;
    }
}
