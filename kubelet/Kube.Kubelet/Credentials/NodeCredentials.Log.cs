using Microsoft.Extensions.Logging;

namespace Kube.Kubelet.Credentials;

internal static partial class NodeCredentialsLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "joining {Server} as {Node}")]
    public static partial void Joining(this ILogger logger, string node, Uri server);

    [LoggerMessage(Level = LogLevel.Information, Message = "joined as {Node}; the certificate is valid until {End:u}")]
    public static partial void Joined(this ILogger logger, string node, DateTime end);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Signer} issued a certificate, valid until {End:u}")]
    public static partial void CertificateIssued(this ILogger logger, string signer, DateTime end);

    [LoggerMessage(Level = LogLevel.Warning, Message = "no certificate of {Signer} yet, trying again: {Error}")]
    public static partial void CertificateDelayed(this ILogger logger, string signer, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "the certificate request {Name} waits for somebody to approve it")]
    public static partial void CertificateAwaited(this ILogger logger, string name);
}
