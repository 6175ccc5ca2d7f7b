using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Kube.Hosting;

/// <summary>
/// The certificates and kubeconfig files of a cluster, in one directory. Certificates, each as <c>.crt</c> and <c>.key</c>:
/// <c>ca</c>, <c>apiserver</c>, <c>apiserver-kubelet-client</c>, <c>admin</c>, <c>scheduler</c>, <c>controller-manager</c>, <c>proxy</c>, and for each node
/// <c>NODE</c> (client) and <c>NODE-serving</c>. The key that service account tokens are signed with: <c>sa.key</c>. Kubeconfig files: <c>admin</c>, <c>scheduler</c>, <c>controller-manager</c>, <c>proxy</c> and <c>NODE</c> with <c>.kubeconfig</c>.
/// </summary>
public static class ClusterPki
{
    private static readonly (string File, string User, string? Group)[] s_clients =
    [
        ("admin", "kubernetes-admin", "system:masters"),
        ("scheduler", "system:kube-scheduler", null),
        ("controller-manager", "system:kube-controller-manager", null),
        ("proxy", "system:kube-proxy", null),
    ];

    /// <summary>Makes what is missing. Files that exist are kept as they are. All are readable by their owner only.</summary>
    public static Task EnsureAsync(string directory, ClusterPkiOptions options, TimeProvider? time = null, CancellationToken ct = default)
    {
        Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var ca = ClusterCa.LoadOrCreate(directory, time);
        Keep(directory, "apiserver", () => ca.IssueServer("kube-apiserver", ServerNames(options), ServerAddresses(options)));
        Keep(directory, "apiserver-kubelet-client", () => ca.IssueClient("kube-apiserver-kubelet-client", "system:masters"));
        KeepTokenKey(Path.Combine(directory, "sa.key"));
        foreach (var (file, user, group) in s_clients)
        {
            Client(directory, ca, options.Server, file, user, group is null ? [] : [group]);
        }

        foreach (var node in options.Nodes)
        {
            ct.ThrowIfCancellationRequested();
            Client(directory, ca, options.Server, node, $"system:node:{node}", ["system:nodes"]);
            Keep(directory, $"{node}-serving", () =>
                ca.IssueServer($"system:node:{node}", [node, "localhost"], [IPAddress.Loopback, .. options.NodeAddresses], "system:nodes"));
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<string> ServerNames(ClusterPkiOptions options) =>
    [
        "localhost",
        "kubernetes",
        "kubernetes.default",
        "kubernetes.default.svc",
        $"kubernetes.default.svc.{options.ClusterDomain}",
        .. options.ServerNames,
    ];

    private static IEnumerable<IPAddress> ServerAddresses(ClusterPkiOptions options)
    {
        yield return IPAddress.Loopback;
        yield return IPAddress.IPv6Loopback;
        yield return options.FirstServiceAddress;
        foreach (var address in options.ServerAddresses)
        {
            yield return address;
        }
    }

    private static void Client(string directory, ClusterCa ca, string server, string file, string user, string[] groups)
    {
        Keep(directory, file, () => ca.IssueClient(user, groups));
        var kubeconfig = Path.Combine(directory, file + ".kubeconfig");
        if (!File.Exists(kubeconfig))
        {
            PrivateFile.Write(kubeconfig, Kubeconfig(directory, ca, server, file, user));
        }
    }

    private static void Keep(string directory, string file, Func<IssuedCertificate> issue)
    {
        var path = Path.Combine(directory, file);
        if (!File.Exists(path + ".crt") || !File.Exists(path + ".key"))
        {
            var issued = issue();
            PrivateFile.Write(path + ".key", issued.KeyPem);
            PrivateFile.Write(path + ".crt", issued.CertificatePem);
        }
    }

    private static void KeepTokenKey(string path)
    {
        if (!File.Exists(path))
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            PrivateFile.Write(path, key.ExportPkcs8PrivateKeyPem() + "\n");
        }
    }

    private static string Kubeconfig(string directory, ClusterCa ca, string server, string file, string user) =>
        $"""
        apiVersion: v1
        kind: Config
        clusters:
        - name: kubernetes
          cluster:
            certificate-authority-data: {Base64(ca.CertificatePem)}
            server: {server}
        contexts:
        - name: {user}@kubernetes
          context:
            cluster: kubernetes
            user: {user}
        current-context: {user}@kubernetes
        users:
        - name: {user}
          user:
            client-certificate-data: {Base64(File.ReadAllText(Path.Combine(directory, file + ".crt")))}
            client-key-data: {Base64(File.ReadAllText(Path.Combine(directory, file + ".key")))}

        """;

    private static string Base64(string pem) => Convert.ToBase64String(Encoding.UTF8.GetBytes(pem));
}
