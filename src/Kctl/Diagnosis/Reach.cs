using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Printing;
using Kube.Api;
using Kube.Api.Diagnosis;
using Kube.Client;

namespace Kctl.Diagnosis;

/// <summary>Asks nodes, through the API server, what they reach and what their proxies have programmed.</summary>
internal sealed class Reach(Session session)
{
    /// <summary>One connection from a node; null where the node cannot be asked, with the reason in <paramref name="problem"/>.</summary>
    public async Task<ConnectionReport?> ConnectAsync(string node, string address, Action<ApiException> problem, CancellationToken ct)
    {
        var answer = await AskAsync($"/api/v1/nodes/{Uri.EscapeDataString(node)}/proxy/reach?address={Uri.EscapeDataString(address)}", problem, ct);
        return answer is null ? null : ApiJson.Deserialize<ConnectionReport>(JsonText.Utf8(answer));
    }

    /// <summary>The rules a node's proxy has for a Service; null where it cannot be asked.</summary>
    public async Task<ServiceRules?> RulesAsync(string node, string ns, string service, Action<ApiException> problem, CancellationToken ct)
    {
        var answer = await AskAsync($"/api/v1/nodes/{Uri.EscapeDataString(node)}/proxy/proxyRules/{Uri.EscapeDataString(ns)}/{Uri.EscapeDataString(service)}", problem, ct);
        return answer is null ? null : ApiJson.Deserialize<ServiceRules>(JsonText.Utf8(answer));
    }

    private async Task<JsonObject?> AskAsync(string path, Action<ApiException> problem, CancellationToken ct)
    {
        try
        {
            return await session.Api.GetAsync(path, ct);
        }
        catch (ApiException e)
        {
            problem(e);
            return null;
        }
    }
}
