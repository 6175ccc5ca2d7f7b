using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Cluster;

/// <summary><c>kctl cluster-info</c>.</summary>
internal static class ClusterInfoVerb
{
    public static Command Create(Session session) => new Verb("cluster-info", "Says where the cluster is.", "kctl cluster-info", "kctl cluster-info dump --output-directory=/tmp/dump").With(ClusterDump.Create(session)).Does(async (_, ct) =>
    {
        var version = await session.Api.GetAsync("/version", ct);
        await session.Out.WriteLineAsync($"Kubernetes control plane is running at {session.Config.Server.GetLeftPart(UriPartial.Authority)} ({version.Text("gitVersion")})");
        var services = await session.Api.ListAsync(QueryText.With("/api/v1/services", ("labelSelector", "kubernetes.io/cluster-service=true")), ct);
        foreach (var service in services.Objects("items"))
        {
            var name = service.Text("metadata", "labels", "kubernetes.io/name") ?? service.Name();
            var port = service.Objects("spec", "ports") is [var first, ..] ? first.Text("port") : null;
            await session.Out.WriteLineAsync($"{name} is running at {service.Text("spec", "clusterIP")}:{port}");
        }
    });
}
