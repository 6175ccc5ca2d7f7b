using Kctl.App;
using Kctl.Rollout;

namespace Kctl.Services;

/// <summary><c>kctl service rollback</c>.</summary>
internal static class ServiceRollbackVerb
{
    public static Verb Create(Session session)
    {
        var words = Flags.Words("SERVICE", "the service");
        var wait = new ConvergeFlags();
        return new Verb("rollback", "Goes back to what the service was before its last update.", "kctl service rollback web", "kctl service rollback -d web")
            .With([words, .. wait.All])
            .Does(async (parse, ct) =>
            {
                var name = await RollBackAsync(session, ServiceWords.One(parse.GetValue(words)), ct);
                return await wait.FollowAsync(session, parse, name, isDeployment: true, ct);
            });
    }

    /// <summary>Puts the previous pod template in place; the service's name.</summary>
    public static async Task<string> RollBackAsync(Session session, string nameOrId, CancellationToken ct)
    {
        var service = await new ServiceStore(session).GetAsync(nameOrId, ct);
        await new RollingUpdate(session, await session.Names.FindAsync("deployments", ct), session.Namespace, service.Name).RollBackAsync(ct);
        await session.Out.FlushAsync(ct);
        return service.Name;
    }
}
