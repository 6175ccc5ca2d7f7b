using Kctl.App;

namespace Kctl.Services;

/// <summary><c>kctl service rm</c>.</summary>
internal static class ServiceRemoveVerb
{
    public static Verb Create(Session session)
    {
        var words = Flags.Words("SERVICE...", "the services");
        return new Verb("rm", "Removes services, and the networks nobody is on any more.", "kctl service rm web", "kctl service rm web api")
            .With(words)
            .Does(async (parse, ct) =>
            {
                var store = new ServiceStore(session);
                foreach (var name in ServiceWords.AtLeastOne(parse.GetValue(words)))
                {
                    var service = await store.GetAsync(name, ct);
                    await store.DeleteAsync("deployments", service.Name, ct);
                    await store.DeleteAsync("services", service.Name, ct);
                    await RemovePoliciesAsync(store, service, ct);
                    await session.Out.WriteLineAsync(service.Name);
                }
            });
    }

    /// <summary>The policy for what the service published, and those of networks that were its own.</summary>
    public static async Task RemovePoliciesAsync(ServiceStore store, DeployedService service, CancellationToken ct)
    {
        if (service.Networks.Count == 0)
        {
            return;
        }

        await store.DeleteAsync("networkpolicies", NetworkPolicies.PublishedName(service.Name), ct);
        var others = (await store.AllAsync(ct)).Where(s => s.Name != service.Name).SelectMany(s => s.Networks).ToHashSet(StringComparer.Ordinal);
        foreach (var network in service.Networks.Where(n => !others.Contains(n)))
        {
            await store.DeleteAsync("networkpolicies", NetworkPolicies.NameOf(network), ct);
        }
    }
}
