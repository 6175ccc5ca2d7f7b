using System.Net;

namespace Kube.Proxy.Machine;

/// <summary>An address of the machine's loopback interface, reachable by everything on the machine.</summary>
internal sealed class LocalAddress(ICommand command, IPAddress address)
{
    /// <summary>Adds the address where it is missing. Of host scope, so that the kernel never takes it for the source of other traffic.</summary>
    public async Task EnsureAsync(CancellationToken ct)
    {
        var result = await command.RunAsync("ip", ["address", "replace", $"{address}/32", "dev", "lo", "scope", "host"], null, ct);
        if (!result.Succeeded)
        {
            throw new NetworkException($"cannot add the address {address}: {result.Error.Trim()}");
        }
    }

    /// <summary>Removes it.</summary>
    public Task RemoveAsync(CancellationToken ct) => command.RunAsync("ip", ["address", "delete", $"{address}/32", "dev", "lo"], null, ct);
}
