using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Kube.Hosting.Tests.Pki;

public sealed class ClusterPkiTests : IDisposable
{
    private static readonly ClusterPkiOptions s_options = new()
    {
        Server = "https://127.0.0.1:6443",
        Nodes = ["node-1", "node-2"],
        ServerAddresses = [IPAddress.Parse("172.17.0.1")],
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("pki-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("admin", "O=system:masters, CN=kubernetes-admin")]
    [InlineData("scheduler", "CN=system:kube-scheduler")]
    [InlineData("controller-manager", "CN=system:kube-controller-manager")]
    [InlineData("proxy", "CN=system:kube-proxy")]
    [InlineData("node-2", "O=system:nodes, CN=system:node:node-2")]
    public async Task EnsureAsync_Clients_AreSignedAndNamed(string file, string subject)
    {
        await ClusterPki.EnsureAsync(_folder, s_options);
        using var certificate = X509Certificate2.CreateFromPemFile(At(file + ".crt"), At(file + ".key"));
        Assert.Equal(subject, string.Join(", ", certificate.SubjectName.EnumerateRelativeDistinguishedNames().Reverse().Select(name => $"{name.GetSingleElementType().FriendlyName}={name.GetSingleElementValue()}").Order(StringComparer.Ordinal).Reverse()));
        Assert.True(Verify(certificate));
        Assert.Contains("current-context: ", await File.ReadAllTextAsync(At(file + ".kubeconfig"), default), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnsureAsync_Server_CarriesItsNamesAndAddresses()
    {
        await ClusterPki.EnsureAsync(_folder, s_options);
        using var certificate = X509CertificateLoader.LoadCertificateFromFile(At("apiserver.crt"));
        var alternatives = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().Single();
        Assert.Equal(["localhost", "kubernetes", "kubernetes.default", "kubernetes.default.svc", "kubernetes.default.svc.cluster.local"], alternatives.EnumerateDnsNames());
        Assert.Equal(["127.0.0.1", "::1", "10.96.0.1", "172.17.0.1"], alternatives.EnumerateIPAddresses().Select(address => address.ToString()));
        using var node = X509CertificateLoader.LoadCertificateFromFile(At("node-1-serving.crt"));
        Assert.Contains("node-1", node.Extensions.OfType<X509SubjectAlternativeNameExtension>().Single().EnumerateDnsNames());
    }

    [Fact]
    public async Task EnsureAsync_Again_KeepsWhatIsThereAndAddsNewNodes()
    {
        await ClusterPki.EnsureAsync(_folder, s_options);
        var before = Directory.GetFiles(_folder).ToDictionary(file => file, File.ReadAllText);
        await ClusterPki.EnsureAsync(_folder, s_options with { Nodes = ["node-1", "node-3"] });
        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllText(file.Key)));
        Assert.True(File.Exists(At("node-3.kubeconfig")));
        Assert.All(Directory.GetFiles(_folder), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
    }

    [Fact]
    public async Task EnsureAsync_HalfAnAuthority_IsAnError()
    {
        await ClusterPki.EnsureAsync(_folder, s_options);
        File.Delete(At("ca.key"));
        await Assert.ThrowsAsync<StartupException>(() => ClusterPki.EnsureAsync(_folder, s_options));
    }

    private bool Verify(X509Certificate2 certificate)
    {
        using var authority = X509CertificateLoader.LoadCertificateFromFile(At("ca.crt"));
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }

    private string At(string name) => Path.Combine(_folder, name);
}
