using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kctl.Api;
using Kctl.App;
using Kube.Api.Core.V1;
using Kube.Client;
using Kube.Machinery.Yaml;

namespace Kctl.Joining;

/// <summary>How a machine that knows nothing but an address, a token and a hash learns whom to trust.</summary>
internal static class Discovery
{
    private const string Again = "make a new one on a machine of the control plane: kctl token create --print-join-command";

    /// <summary>
    /// The cluster's authority: what the server publishes to everybody, over a connection that proves nothing, and therefore believed only when its
    /// public key has the hash that was given, or when nobody cares (<paramref name="hash"/> is null).
    /// </summary>
    public static async Task<X509Certificate2> AuthorityAsync(Uri server, string? hash, Session session, CancellationToken ct)
    {
        using var client = new KubeClient(new ClientConfig { Server = server, InsecureSkipTlsVerify = true, UserAgent = "kctl" }, session.Terminal.Time);
        var authority = await ReadAsync(client, server, ct);
        return hash is null || JoinLine.HashOf(authority) == hash
            ? authority
            : throw new CommandException($"{server.Authority} is not the cluster you mean: its authority has the hash {JoinLine.HashOf(authority)}, not {hash}; compare with 'kctl token create --print-join-command' on a machine of the control plane");
    }

    /// <summary>Makes sure that the token is good, over a connection that proves who the server is.</summary>
    public static async Task CheckTokenAsync(ClientConfig config, Session session, CancellationToken ct)
    {
        using var client = new KubeClient(config, session.Terminal.Time);
        try
        {
            using var answer = await client.SendAsync(HttpMethod.Get, "/apis/certificates.k8s.io/v1", null, ct);
        }
        catch (ApiException e) when (e.Code == 401)
        {
            throw new CommandException($"the cluster refused the token: it is wrong, expired or deleted; {Again}", e);
        }
        catch (HttpRequestException e) when (e.InnerException is AuthenticationException wrong)
        {
            throw new CommandException($"{config.Server.Authority} shows a certificate that is not good for this address ({wrong.Message.TrimEnd('.')}); join by an address that it names", e);
        }
    }

    private static async Task<X509Certificate2> ReadAsync(KubeClient client, Uri server, CancellationToken ct)
    {
        try
        {
            var info = await client.GetAsync<ConfigMap>("kube-public", "cluster-info", ct);
            var config = YamlJson.Read(info.Data?.GetValueOrDefault("kubeconfig") ?? "");
            var encoded = (config.Objects("clusters") is [var first, ..] ? first.Text("cluster", "certificate-authority-data") : null) ?? throw new CommandException($"{server.Authority} does not say which authority it is of");
            return X509Certificate2.CreateFromPem(Encoding.ASCII.GetString(Convert.FromBase64String(encoded)));
        }
        catch (ApiException e)
        {
            throw new CommandException($"{server.Authority} publishes no cluster-info to join by ({e.Message}); is it the API server of a cluster?", e);
        }
        catch (HttpRequestException e)
        {
            throw new CommandException($"cannot reach the API server at {server.Authority}: {(e.InnerException ?? e).Message}; is the address right, and does the cluster run?", e);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            throw new CommandException($"what {server.Authority} says about its authority cannot be read: {e.Message}", e);
        }
    }
}
