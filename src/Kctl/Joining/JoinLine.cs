using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kctl.App;

namespace Kctl.Joining;

/// <summary>The command line with which another machine joins.</summary>
internal static class JoinLine
{
    /// <summary>The line for a token.</summary>
    public static string Of(Session session, BootstrapToken token)
    {
        var authority = session.Config.CertificateAuthorities is { Count: > 0 } authorities ? $"--ca-cert-hash {HashOf(authorities[0])}" : "--unsafe-skip-ca-verification";
        return $"kctl join {HostOf(session.Config.Server)}:{session.Config.Server.Port} --token {token} {authority}";
    }

    /// <summary>What identifies an authority: the hash of its public key.</summary>
    public static string HashOf(X509Certificate2 authority) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(authority.PublicKey.ExportSubjectPublicKeyInfo()));

    /// <summary>On this machine the server is on loopback, where other machines do not find it: they are told this machine's own address.</summary>
    private static string HostOf(Uri server) => !server.IsLoopback ? server.Host : NetworkInterface.GetAllNetworkInterfaces()
        .Where(n => n.OperationalStatus == OperationalStatus.Up && n.GetIPProperties().GatewayAddresses.Count > 0)
        .SelectMany(n => n.GetIPProperties().UnicastAddresses)
        .FirstOrDefault(a => a.Address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a.Address))?.Address.ToString() ?? server.Host;
}
