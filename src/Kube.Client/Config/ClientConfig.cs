using System.Security.Cryptography.X509Certificates;

namespace Kube.Client;

/// <summary>Where the API server is and how to prove who we are.</summary>
public sealed record ClientConfig
{
    /// <summary>The server's address.</summary>
    public required Uri Server { get; init; }

    /// <summary>The only authorities whose server certificates are accepted; null trusts the machine's own.</summary>
    public X509Certificate2Collection? CertificateAuthorities { get; init; }

    /// <summary>Our certificate with its private key.</summary>
    public X509Certificate2? ClientCertificate { get; init; }

    /// <summary>
    /// Our certificate where it is replaced while the process runs: asked for with each new connection, instead of <see cref="ClientCertificate"/>.
    /// Connections are replaced in their turn, so that none outlives the certificate it was made with by more than a few minutes.
    /// </summary>
    public Func<X509Certificate2>? RenewedCertificate { get; init; }

    /// <summary>Bearer token.</summary>
    public string? Token { get; init; }

    /// <summary>File the bearer token is read from again from time to time; wins over <see cref="Token"/>.</summary>
    public string? TokenFile { get; init; }

    /// <summary>The namespace of the context, <c>default</c> where it names none.</summary>
    public string Namespace { get; init; } = "default";

    /// <summary>The name the server's certificate must carry, where it differs from the address.</summary>
    public string? TlsServerName { get; init; }

    /// <summary>Accept any server certificate. For demonstrations only.</summary>
    public bool InsecureSkipTlsVerify { get; init; }

    /// <summary>Headers to add to every request, such as those that ask to act as somebody else.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Sent with every request.</summary>
    public string UserAgent { get; init; } = "kube";

    /// <summary>How long the server may take to begin an answer, and to finish one that is not a stream.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Requests hold the calling thread until the whole answer has arrived, each on an HTTP/1.1 connection of its own while it runs. For commands that make
    /// one call and leave: nothing has to be compiled for waiting in the background, which would take longer than the call. Not for answers that go on.
    /// </summary>
    public bool Blocking { get; init; }

    /// <summary>Called with each warning the server attaches to an answer.</summary>
    public Action<string>? OnWarning { get; init; }

    /// <summary>
    /// The configuration of one context. A null <paramref name="path"/> means the files of <c>KUBECONFIG</c>, else <c>~/.kube/config</c>;
    /// a null <paramref name="context"/> the current one. Throws <see cref="KubeconfigException"/> with one clear line.
    /// </summary>
    public static ClientConfig FromKubeconfig(string? path, string? context = null) => Kubeconfig.Load(path).ToClientConfig(context);

    /// <summary>The configuration a pod finds inside a cluster.</summary>
    public static ClientConfig InCluster() => InClusterConfig.Load();
}
