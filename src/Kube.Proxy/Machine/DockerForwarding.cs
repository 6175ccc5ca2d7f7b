using System.Net;

namespace Kube.Proxy.Machine;

/// <summary>
/// Lets pods' packets through Docker's firewall, which drops what is forwarded between its networks. Docker leaves the chain DOCKER-USER to others;
/// our rules go to its top, and come back when somebody has emptied it.
/// </summary>
internal sealed class DockerForwarding(ICommand command, IPNetwork clusterCidr)
{
    private const string Chain = "DOCKER-USER";

    private string[][] Rules => [["-s", clusterCidr.ToString(), "-j", "ACCEPT"], ["-d", clusterCidr.ToString(), "-j", "ACCEPT"]];

    /// <summary>Adds what is missing and says whether anything was. Where Docker has not set its chain up yet there is nothing to do.</summary>
    public async Task<bool> EnsureAsync(CancellationToken ct)
    {
        var present = await command.RunAsync("iptables", ["-w", "-S", Chain], null, ct);
        if (!present.Succeeded)
        {
            return false;
        }

        // What comes after a final RETURN is never reached, so only rules above it count.
        var lines = present.Output.Split('\n').TakeWhile(line => line != $"-A {Chain} -j RETURN").ToHashSet(StringComparer.Ordinal);
        var missing = Rules.Where(rule => !lines.Contains($"-A {Chain} {string.Join(' ', rule)}")).ToList();
        foreach (var rule in missing)
        {
            var result = await command.RunAsync("iptables", ["-w", "-I", Chain, .. rule], null, ct);
            if (!result.Succeeded)
            {
                throw new NetworkException($"iptables refused a rule in {Chain}: {result.Error.Trim()}");
            }
        }

        return missing.Count > 0;
    }

    /// <summary>Removes our rules.</summary>
    public async Task RemoveAsync(CancellationToken ct)
    {
        foreach (var rule in Rules)
        {
            await command.RunAsync("iptables", ["-w", "-D", Chain, .. rule], null, ct);
        }
    }
}
