using System.Net;
using Kube.Client;
using Kube.Hosting;
using Microsoft.Extensions.Logging;

namespace Kube.Kubelet.Credentials;

/// <summary>
/// What a node proves itself with when it was given no more than a token: a client certificate it asked for with the token, and a serving certificate it asked
/// for with that. Both are kept in files, so that a restart needs no token, and replaced before they end.
/// </summary>
internal sealed class NodeCredentials
{
    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_refused = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_longestSleep = TimeSpan.FromHours(12);

    // Timers drop what is shorter: without it the last of a wait would be no wait at all, asked for again and again.
    private static readonly TimeSpan s_timerStep = TimeSpan.FromMilliseconds(1);
    private readonly string _node;
    private readonly string _folder;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CertificateOrder _order;
    private readonly HeldCertificate _client;

    public NodeCredentials(string node, string folder, TimeProvider time, ILogger logger)
    {
        (_node, _folder, _time, _logger) = (node, Directory.CreateDirectory(folder).FullName, time, logger);
        _order = new CertificateOrder(node, time, logger);
        _client = new HeldCertificate(ClientFile);
        Serving = new HeldCertificate(Path.Combine(_folder, "kubelet-server-current.pem"));
    }

    /// <summary>The certificate to serve with; empty until the first one has been issued.</summary>
    public HeldCertificate Serving { get; }

    private string ClientFile => Path.Combine(_folder, "kubelet-client-current.pem");

    /// <summary>
    /// The connection as this node. Where there is no valid certificate yet, one is asked for with the token in <paramref name="bootstrapKubeconfig"/>, and
    /// <paramref name="kubeconfig"/> is written. Throws <see cref="StartupException"/> with one line when the token is no good or the node is not wanted.
    /// </summary>
    public async Task<ClientConfig> ConnectAsync(string kubeconfig, string bootstrapKubeconfig, CancellationToken ct)
    {
        if (!File.Exists(kubeconfig) || !_client.IsValid(_time.GetUtcNow()))
        {
            await JoinAsync(kubeconfig, bootstrapKubeconfig, ct);
        }

        return ClientConfig.FromKubeconfig(kubeconfig) with { ClientCertificate = null, RenewedCertificate = () => _client.Current! };
    }

    /// <summary>Replaces the certificates when it is time, until cancelled.</summary>
    public Task RunAsync(KubeClient client, CancellationToken ct) =>
        Task.WhenAll(KeepAsync(client, _client, CertificateWish.Client, ct), KeepAsync(client, Serving, CertificateWish.Serving(_node), ct));

    private async Task JoinAsync(string kubeconfig, string bootstrapKubeconfig, CancellationToken ct)
    {
        if (!File.Exists(bootstrapKubeconfig))
        {
            throw new StartupException($"this node has no valid certificate in {_folder}, and there is no {bootstrapKubeconfig} to ask for one with; join again: kctl join");
        }

        var config = ClientConfig.FromKubeconfig(bootstrapKubeconfig) with { UserAgent = "kubelet" };
        using var client = new KubeClient(config, _time);
        _logger.Joining(_node, config.Server);
        _client.Replace(await OrderAsync(client, ct), _time.GetUtcNow());
        JoinedKubeconfig.Write(kubeconfig, config, ClientFile, _node);
        _logger.Joined(_node, _client.Current!.NotAfter.ToUniversalTime());
    }

    private async Task<string> OrderAsync(KubeClient client, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return await _order.GetAsync(client, CertificateWish.Client, ct);
            }
            catch (ApiException e) when (e.Code == (int)HttpStatusCode.Unauthorized)
            {
                throw new StartupException("the cluster refused the token: it is wrong, expired or deleted; make a new one on a machine of the control plane: kctl token create --print-join-command", e);
            }
            catch (CertificateRefusedException e)
            {
                throw new StartupException($"the cluster refused this node: {e.Message}", e);
            }
            catch (Exception e) when (IsPassing(e))
            {
                _logger.CertificateDelayed(CertificateWish.Client.SignerName, (e.InnerException ?? e).Message);
                await Task.Delay(s_retry, _time, ct);
            }
        }
    }

    private async Task KeepAsync(KubeClient client, HeldCertificate held, CertificateWish wish, CancellationToken ct)
    {
        while (true)
        {
            // In stretches, for the longest sleep a timer knows is shorter than the life of a certificate.
            var left = held.Due - _time.GetUtcNow();
            if (left > TimeSpan.Zero)
            {
                await Task.Delay(left < s_longestSleep ? left + s_timerStep : s_longestSleep, _time, ct);
                continue;
            }

            try
            {
                held.Replace(await _order.GetAsync(client, wish, ct), _time.GetUtcNow());
                _logger.CertificateIssued(wish.SignerName, held.Current!.NotAfter.ToUniversalTime());
            }
            catch (Exception e) when (e is CertificateRefusedException || IsPassing(e))
            {
                _logger.CertificateDelayed(wish.SignerName, (e.InnerException ?? e).Message);
                await Task.Delay(e is CertificateRefusedException ? s_refused : s_retry, _time, ct);
            }
        }
    }

    private static bool IsPassing(Exception e) => e is ApiException or HttpRequestException or IOException or TimeoutException;
}
