using Kctl.Services;

namespace Kctl.Compose;

/// <summary><c>networks</c> and <c>network_mode</c> of a service.</summary>
internal static class NetworkKeys
{
    public static void Networks(ServiceDefinition service, SharedParts shared, Field field)
    {
        var named = field.IsMap ? field.Entries().Select(e => (Name: e.Key, At: e.Value)) : field.Items().Select(i => (Name: i.Text(), At: i));
        foreach (var (name, at) in named)
        {
            if (shared.Network(name, at) is { } network)
            {
                service.Networks.Add(network);
            }

            at.KnowsOnly("aliases", "ipv4_address", "ipv6_address", "link_local_ips", "mac_address", "priority", "gw_priority", "driver_opts", "interface_name");
            foreach (var (_, value) in at.Entries().Where(e => e.Key is not "aliases" && !e.Value.IsNull))
            {
                value.Leave("the cluster gives pods their addresses");
            }

            foreach (var alias in at["aliases"]?.Items() ?? [])
            {
                Alias(service, alias);
            }
        }
    }

    public static void Mode(ServiceDefinition service, Field field)
    {
        switch (field.Text())
        {
            case "host":
                service.Host = service.Host with { Network = true };
                break;
            case "bridge" or "default":
                break;
            case var mode:
                field.Leave($"\"{mode}\" has no counterpart: pods have an address of their own");
                break;
        }
    }

    private static void Alias(ServiceDefinition service, Field alias)
    {
        var name = alias.Text();
        if (name == KubeNames.Label(name))
        {
            service.Aliases.Add(name);
        }
        else
        {
            alias.Leave($"\"{name}\" cannot be a name in the cluster, where names have small letters, digits and dashes");
        }
    }
}
