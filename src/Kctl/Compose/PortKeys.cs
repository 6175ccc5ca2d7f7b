using Kctl.App;
using Kctl.Services;

namespace Kctl.Compose;

/// <summary><c>ports</c> and <c>expose</c>.</summary>
internal static class PortKeys
{
    public static void Ports(ServiceDefinition service, Field field)
    {
        foreach (var item in field.Items())
        {
            try
            {
                service.Ports.AddRange(item.IsMap ? Long(item) : Short(item));
            }
            catch (CommandException e)
            {
                item.Error(e.Message);
            }
        }
    }

    public static void Expose(ServiceDefinition service, Field field)
    {
        foreach (var item in field.Items())
        {
            try
            {
                service.Expose.AddRange(PortSyntax.ParseExposed(item.Text()));
            }
            catch (CommandException e)
            {
                item.Error(e.Message);
            }
        }
    }

    private static IReadOnlyList<PublishedPort> Short(Field item)
    {
        var ports = PortSyntax.Parse(item.Text(), out var address);
        LeaveAddress(item, address);
        return ports;
    }

    private static List<PublishedPort> Long(Field item)
    {
        item.KnowsOnly("name", "target", "published", "host_ip", "protocol", "app_protocol", "mode");
        LeaveAddress(item, item["host_ip"]?.Text());
        var target = item["target"]?.Text() ?? throw new CommandException("a port needs its target, the port in the container");
        var protocol = PortSyntax.Protocol(item["protocol"]?.Text() ?? "tcp", target);
        var published = item["published"]?.Text();
        var onHost = item["mode"]?.Text() == "host";

        // A single process gets what it asks for from the machine itself; on several machines mode host means only where a pod runs.
        return published is null or ""
            ? [new PublishedPort(null, PortSyntax.Number(target, target), protocol)]
            : [.. PortSyntax.Parse($"{published}:{target}/{protocol.ToLowerInvariant()}", out _).Select(p => p with { OnHost = onHost })];
    }

    private static void LeaveAddress(Field item, string? address)
    {
        if (address is not (null or "" or "0.0.0.0" or "::"))
        {
            item.Leave($"is published on every address of every node, not only on {address}: mind who can reach it");
        }
    }
}
