using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kube.Client.Tests.Config;

public sealed class KubeconfigTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kubeconfig-").FullName;
    private readonly string _certificate;
    private readonly string _key;

    public KubeconfigTests()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var certificate = new CertificateRequest("CN=me", key, HashAlgorithmName.SHA256).CreateSelfSigned(now, now.AddYears(5));
        (_certificate, _key) = (certificate.ExportCertificatePem(), key.ExportECPrivateKeyPem());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void FromKubeconfig_FilesAndToken_AreRead()
    {
        File.WriteAllText(At("ca.pem"), _certificate);
        File.WriteAllText(At("me.pem"), _certificate);
        File.WriteAllText(At("me.key"), _key);
        File.WriteAllText(At("config"), """
            apiVersion: v1
            kind: Config
            current-context: two
            clusters:
            - name: c
              cluster: { server: "https://127.0.0.1:6443", certificate-authority: ca.pem }
            users:
            - name: cert
              user: { client-certificate: me.pem, client-key: me.key }
            - name: token
              user: { token: secret }
            - name: unused
              user: { client-certificate: missing.pem, client-key: missing.key }
            contexts:
            - name: one
              context: { cluster: c, user: cert, namespace: here }
            - name: two
              context: { cluster: c, user: token }
            """);

        var two = ClientConfig.FromKubeconfig(At("config"));
        Assert.Equal(("https://127.0.0.1:6443/", "secret", "default"), (two.Server.ToString(), two.Token, two.Namespace));
        Assert.Single(two.CertificateAuthorities!);
        var one = ClientConfig.FromKubeconfig(At("config"), "one");
        Assert.Equal(("here", "CN=me", true), (one.Namespace, one.ClientCertificate!.Subject, one.ClientCertificate.HasPrivateKey));
    }

    [Theory]
    [InlineData("missing", null, "does not exist")]
    [InlineData("broken", null, "cannot read the kubeconfig")]
    [InlineData("config", "nobody", "context \"nobody\" does not exist")]
    [InlineData("config", null, "the kubeconfig has no current context")]
    public void FromKubeconfig_Unusable_SaysWhyInOneLine(string file, string? context, string expected)
    {
        File.WriteAllText(At("broken"), "a: [");
        File.WriteAllText(At("config"), "kind: Config\n");
        var error = Assert.Throws<KubeconfigException>(() => ClientConfig.FromKubeconfig(At(file), context));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_ExistingFile_KeepsEverythingElse()
    {
        File.WriteAllText(At("config"), """
            apiVersion: v1
            kind: Config
            preferences: { colors: true }
            current-context: old
            clusters:
            - name: old
              cluster: { server: "https://old", extra-field: kept }
            contexts:
            - name: old
              context: { cluster: old, user: old }
            - name: kube-local
              context: { cluster: kube-local, user: kube-local, namespace: chosen }
            users: []
            """);
        KubeconfigFile.Merge(At("config"), "kube-local", "https://127.0.0.1:6443", _certificate, _certificate, _key);
        KubeconfigFile.Merge(At("config"), "kube-local", "https://127.0.0.1:7443", _certificate, _certificate, _key);

        var text = File.ReadAllText(At("config"));
        Assert.Contains("extra-field: kept", text, StringComparison.Ordinal);
        Assert.Contains("colors: true", text, StringComparison.Ordinal);
        var config = Kubeconfig.Load(At("config"));
        Assert.Equal("kube-local", config.CurrentContext);
        Assert.Equal(["kube-local", "old"], config.Clusters.Keys.Order(StringComparer.Ordinal));
        var client = config.ToClientConfig();
        Assert.Equal(("https://127.0.0.1:7443/", "chosen"), (client.Server.ToString(), client.Namespace));
        Assert.NotNull(client.ClientCertificate);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(At("config")));
        Assert.Equal(["config"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public void Merge_NoFile_MakesOneWithItsFolder()
    {
        KubeconfigFile.Merge(At("deep/er/config"), "c", "https://x", _certificate, _certificate, _key);
        Assert.Equal("https://x/", ClientConfig.FromKubeconfig(At("deep/er/config")).Server.ToString());
    }

    private string At(string name) => Path.Combine(_folder, name);
}
