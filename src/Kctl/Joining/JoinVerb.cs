using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Local;
using Kube.Client;

namespace Kctl.Joining;

/// <summary><c>kctl join</c>: this machine becomes a node of a cluster; <c>kctl leave</c>: it ends to be one.</summary>
internal static class JoinVerb
{
    public static Command Create(Session session)
    {
        var address = new Argument<string>("HOST:PORT") { Description = "the cluster's API server" };
        var hash = Flags.Named("--ca-cert-hash", "sha256:...", "the hash of the cluster's authority, as 'kctl token create --print-join-command' prints it");
        var unsafely = Flags.Switch("--unsafe-skip-ca-verification", "believe whoever answers at the address: for networks where nobody else can");
        Option<string?>[] single =
        [
            Flags.Named("--node-name", "NAME", "the node's name, this machine's if not given; one machine may be several nodes"),
            ClusterVerbs.Data(),
            Flags.Named("--port", "PORT", "the kubelet's port; a free one if not given"),
            Flags.Named("--wait", "SECONDS", "how long to wait until the node is Ready, 60 if not given"),
        ];
        var kubelet = Flags.Many("--kubelet-arg", "FLAG", "one more flag for the kubelet; may be given several times");
        return new Verb(
            "join", "Makes this machine a node of a cluster: gets a certificate with the token and starts a kubelet.",
            "$(kctl token create --print-join-command) --node-name joined-1", "kctl join 10.0.0.1:6443 --token abcdef.0123456789abcdef --ca-cert-hash sha256:0123...")
            .With([address, hash, unsafely, .. single, kubelet])
            .Does(async (parse, ct) =>
            {
                var token = BootstrapToken.Parse(session.Value(session.Flags.Token) ?? throw new CommandException("--token is missing; make one on a machine of the control plane: kctl token create --print-join-command"));
                var server = Address(parse.GetValue(address)!);
                var authority = await Discovery.AuthorityAsync(server, Pinned(parse.GetValue(hash), parse.GetValue(unsafely)), session, ct);
                var config = new ClientConfig { Server = server, CertificateAuthorities = [authority], Token = token.ToString(), UserAgent = "kctl" };
                await Discovery.CheckTokenAsync(config, session, ct);
                var more = single.Where(o => parse.GetValue(o) is not null).SelectMany(o => new[] { o.Name, parse.GetValue(o)! })
                    .Concat((parse.GetValue(kubelet) ?? []).Select(a => $"{kubelet.Name}={a}"));
                return await StartAsync(session, config, authority, more);
            });
    }

    public static Command CreateLeave(Session session)
    {
        var (name, data) = (Flags.Named("--node-name", "NAME", "which node, where several have joined from this machine"), ClusterVerbs.Data());
        return new Verb(
            "leave", "Ends a node that joined from this machine: its kubelet, its containers, its object. Drain it first to move its pods in good order.",
            "kctl leave", "kctl leave --node-name joined-1")
            .With(name, data)
            .Does((parse, _) => ChildProcess.RunAsync(session, new Installation(session.Terminal).Script("leave"), new[] { name, data }
                .Where(o => parse.GetValue(o) is not null).SelectMany(o => new[] { o.Name, parse.GetValue(o)! })));
    }

    private static async Task<int> StartAsync(Session session, ClientConfig config, X509Certificate2 authority, IEnumerable<string> more)
    {
        var script = new Installation(session.Terminal).Script("join");
        var folder = Directory.CreateTempSubdirectory("kctl-join-");
        try
        {
            var (kubeconfig, ca) = (Path.Combine(folder.FullName, "kubeconfig"), Path.Combine(folder.FullName, "ca.crt"));
            await File.WriteAllTextAsync(ca, authority.ExportCertificatePem() + "\n");
            await File.WriteAllTextAsync(kubeconfig, Kubeconfig(config, authority));
            return await ChildProcess.RunAsync(session, script, ["--bootstrap-kubeconfig", kubeconfig, "--ca-file", ca, .. more]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Kubeconfig(ClientConfig config, X509Certificate2 authority) => $"""
        apiVersion: v1
        kind: Config
        clusters:
        - name: cluster
          cluster:
            certificate-authority-data: {Convert.ToBase64String(Encoding.ASCII.GetBytes(authority.ExportCertificatePem() + "\n"))}
            server: {config.Server}
        contexts:
        - name: join
          context:
            cluster: cluster
            user: token
        current-context: join
        users:
        - name: token
          user:
            token: {config.Token}

        """;

    private static Uri Address(string text) => Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text, UriKind.Absolute, out var uri) && uri is { Scheme: "https", AbsolutePath: "/" }
        ? uri
        : throw new CommandException($"\"{text}\" is not an address such as 10.0.0.1:6443");

    private static string? Pinned(string? hash, bool unsafely) => hash switch
    {
        null when unsafely => null,
        null => throw new CommandException("--ca-cert-hash is missing, without which anybody could pass for the cluster; 'kctl token create --print-join-command' on a machine of the control plane prints it (or trust the network: --unsafe-skip-ca-verification)"),
        _ when hash.StartsWith("sha256:", StringComparison.Ordinal) && hash.Length == 71 => hash.ToLowerInvariant(),
        _ => throw new CommandException($"--ca-cert-hash: \"{hash}\" is not sha256: and 64 hexadecimal digits"),
    };
}
