using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Local;

/// <summary><c>kctl ip</c>: a node's address.</summary>
internal static class IpVerb
{
    public static Command Create(Session session)
    {
        var name = new Argument<string?>("NODE") { Description = "which node; the first that is Ready if not given", Arity = ArgumentArity.ZeroOrOne };
        return new Verb("ip", "Prints the address of a node.", "kctl ip", "kctl ip node-1", "curl http://$(kctl ip):30080/").With(name).Does(async (parse, ct) =>
        {
            if (parse.GetValue(name) is { } named)
            {
                var node = await session.Api.GetAsync($"/api/v1/nodes/{Uri.EscapeDataString(named)}", ct);
                await session.Out.WriteLineAsync(NodeAddresses.Of(node) ?? throw new CommandException($"node {named} has no address yet; its kubelet has not reported: kctl describe node {named}"));
                return;
            }

            var nodes = await NodeAddresses.NodesAsync(session, ct);
            await session.Out.WriteLineAsync(NodeAddresses.Ready(nodes) is [var first, ..] ? first : throw new CommandException(nodes.Count == 0
                ? "the cluster has no nodes; on this machine 'kctl up' starts one"
                : "no node is Ready; 'kctl get nodes' and 'kctl doctor' say why"));
        });
    }
}
