using Kctl.CommandLine;
using Kctl.App;

namespace Kctl.Services;

/// <summary><c>kctl service</c>: Swarm's words over Deployments and Services.</summary>
internal static class ServiceVerb
{
    public static Command Create(Session session) => new Verb(
        "service", "Runs services as Docker Swarm does: each is a Deployment, and a Service that every node publishes.",
        "kctl service create --name web --replicas=3 -p 8080:8080 kube.local/echo:1", "kctl service ls", "kctl service scale web=5", "kctl service update --image kube.local/echo:2 web", "kctl service update --rollback web", "kctl service rm web")
        .With(
            ServiceCreateVerb.Create(session), ServiceListVerb.Create(session), ServiceTasksVerb.Create(session), ServiceInspectVerb.Create(session), ServiceLogsVerb.Create(session),
            ServiceScaleVerb.Create(session), ServiceUpdateVerb.Create(session), ServiceRollbackVerb.Create(session), ServiceRemoveVerb.Create(session));
}
