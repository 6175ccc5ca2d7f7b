using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Manifests;
using Kube.Client;

namespace Kctl.Services;

/// <summary>A service as the cluster has it: its Deployment, and the Service of the same name where there is one.</summary>
internal sealed record DeployedService(JsonObject Deployment, JsonObject? Service)
{
    public string Name => Deployment.Name();

    /// <summary>The networks the pods are on.</summary>
    public IReadOnlyList<string> Networks => [.. Deployment.Map("spec", "template", "metadata", "labels").Keys.Select(NetworkPolicies.NetworkOf).OfType<string>()];
}

/// <summary>Reads and writes the objects of services, in the namespace of the session.</summary>
internal sealed class ServiceStore(Session session)
{
    private const int IdLength = 12;
    private const int Attempts = 5;

    /// <summary>What is shown as an object's id: the first digits of its uid.</summary>
    public static string IdOf(JsonObject obj)
    {
        var digits = (obj.Text("metadata", "uid") ?? "").Replace("-", "");
        return digits.Length > IdLength ? digits[..IdLength] : digits;
    }

    /// <summary>All services, by name.</summary>
    public async Task<IReadOnlyList<DeployedService>> AllAsync(CancellationToken ct)
    {
        var services = (await ListAsync("services", ct)).ToDictionary(s => s.Name(), StringComparer.Ordinal);
        return [.. (await ListAsync("deployments", ct)).OrderBy(d => d.Name(), StringComparer.Ordinal).Select(d => new DeployedService(d, services.GetValueOrDefault(d.Name())))];
    }

    /// <summary>The service of a name, or of an id or its beginning.</summary>
    public async Task<DeployedService> GetAsync(string nameOrId, CancellationToken ct)
    {
        if (await FindAsync("deployments", nameOrId, ct) is { } deployment)
        {
            return new DeployedService(deployment, await FindAsync("services", nameOrId, ct));
        }

        var all = await AllAsync(ct);
        return nameOrId.Length >= 4 && all.Where(s => IdOf(s.Deployment).StartsWith(nameOrId, StringComparison.Ordinal)).ToList() is [var only]
            ? only
            : throw new CommandException($"no such service: {nameOrId}{Suggestion.Tail(nameOrId, all.Select(s => s.Name))}; 'kctl service ls' lists them");
    }

    /// <summary>The objects of a kind.</summary>
    public async Task<IReadOnlyList<JsonObject>> ListAsync(string kind, CancellationToken ct, string? selector = null)
    {
        var type = await session.Names.FindAsync(kind, ct);
        return await new Target(type, null).ReadAsync(session, session.Namespace, selector, null, ct);
    }

    /// <summary>An object; null where there is none.</summary>
    public async Task<JsonObject?> FindAsync(string kind, string name, CancellationToken ct)
    {
        var type = await session.Names.FindAsync(kind, ct);
        return await session.Api.FindAsync(type.ObjectPath(session.Namespace, name), ct);
    }

    /// <summary>Creates an object; false where it is a network's policy that is there already and serves the next service too.</summary>
    public async Task<bool> CreateAsync(JsonObject obj, CancellationToken ct)
    {
        var type = await TypeAsync(obj, ct);
        try
        {
            await session.Api.SendAsync(HttpMethod.Post, QueryText.With(type.CollectionPath(session.Namespace), ("fieldManager", "kctl-service")), obj, RestApi.Json, ct);
            return true;
        }
        catch (ApiException e) when (e.IsAlreadyExists && type.Kind == "NetworkPolicy")
        {
            return false;
        }
        catch (ApiException e) when (e.IsAlreadyExists && type.Kind == "Service")
        {
            throw new CommandException($"there is a Service \"{obj.Name()}\" that belongs to something else; choose another --name, or remove it with 'kctl delete service {obj.Name()}'", e);
        }
    }

    /// <summary>Reads an object, changes it and writes it back; starts over when somebody else wrote in between.</summary>
    public async Task<JsonObject> ChangeAsync(string kind, string name, Action<JsonObject> change, CancellationToken ct)
    {
        var type = await session.Names.FindAsync(kind, ct);
        var path = type.ObjectPath(session.Namespace, name);
        for (var attempt = 1; ; attempt++)
        {
            var obj = await session.Api.GetAsync(path, ct);
            change(obj);
            try
            {
                return await session.Api.SendAsync(HttpMethod.Put, QueryText.With(path, ("fieldManager", "kctl-service")), obj, RestApi.Json, ct);
            }
            catch (ApiException e) when (e.IsConflict && attempt < Attempts)
            {
                // Read again.
            }
        }
    }

    /// <summary>Creates an object or gives the one that is there the same spec.</summary>
    public async Task PutAsync(JsonObject obj, CancellationToken ct)
    {
        var type = await TypeAsync(obj, ct);
        if (await session.Api.FindAsync(type.ObjectPath(session.Namespace, obj.Name()), ct) is null)
        {
            await CreateAsync(obj, ct);
        }
        else
        {
            await ChangeAsync(type.Plural, obj.Name(), current => current["spec"] = obj["spec"]!.DeepClone(), ct);
        }
    }

    /// <summary>Deletes an object; true where there was one.</summary>
    public async Task<bool> DeleteAsync(string kind, string name, CancellationToken ct)
    {
        var type = await session.Names.FindAsync(kind, ct);
        try
        {
            var body = new JsonObject { ["apiVersion"] = "v1", ["kind"] = "DeleteOptions", ["propagationPolicy"] = "Background" };
            await session.Api.SendAsync(HttpMethod.Delete, type.ObjectPath(session.Namespace, name), body, RestApi.Json, ct);
            return true;
        }
        catch (ApiException e) when (e.IsNotFound)
        {
            return false;
        }
    }

    private async Task<ResourceType> TypeAsync(JsonObject obj, CancellationToken ct) => await new Manifest(obj, "", 1, 1).TypeAsync(session, ct);
}

/// <summary>Looks for other Services that are published on the same ports of the nodes.</summary>
internal static class PublishedElsewhere
{
    /// <summary>Throws where another Service of any namespace has one of the ports. Who may not look everywhere is not stopped.</summary>
    public static async Task RefuseAsync(Session session, string name, IEnumerable<PublishedPort> ports, CancellationToken ct)
    {
        var wanted = ports.Where(p => p.Published is not null).ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        IReadOnlyList<JsonObject> services;
        try
        {
            services = await new Target(await session.Names.FindAsync("services", ct), null).ReadAsync(session, null, null, null, ct);
        }
        catch (ApiException e) when (e.IsForbidden)
        {
            return;
        }

        foreach (var other in services.Where(s => s.Name() != name || s.Namespace() != session.Namespace))
        {
            var taken = PublishedText.Ports(other).Where(p => p.Published is not null).FirstOrDefault(p => wanted.Any(w => w.Published == p.Published && w.Protocol == p.Protocol));
            if (taken is not null)
            {
                throw new CommandException($"port {taken.Published}/{taken.Protocol.ToLowerInvariant()} is published by service \"{other.Name()}\" in namespace \"{other.Namespace()}\" already; choose another");
            }
        }
    }
}
