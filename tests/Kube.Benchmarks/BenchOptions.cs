using Kube.Client;
using Kube.Hosting;

namespace Kube.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Only">Run the cases whose name contains this; null for all.</param>
/// <param name="Quick">Small loads, to see that everything works; the figures mean nothing.</param>
/// <param name="Remote">Somebody else's server to aim at; null to start ours.</param>
/// <param name="Output">The file for results.</param>
internal sealed record BenchOptions(string? Only, bool Quick, ClientConfig? Remote, string Output)
{
    /// <summary>The usage, for <c>--help</c>.</summary>
    public static string Usage(FlagSet flags) =>
        "Measures the API server against floors measured in the same run; prints a table and writes JSON.\n\nUsage: ./hack/bench [flags]\n\nFlags:\n" + flags.Describe();

    /// <summary>Reads the command line; null when help was asked for.</summary>
    public static BenchOptions? Parse(string[] args, string defaultOutput)
    {
        var flags = new FlagSet();
        var only = flags.String("only", "", "Run only the cases whose name contains this; see --list.");
        var quick = flags.Bool("quick", false, "Small loads that only show that everything works.");
        var server = flags.String("server", "", "Address of a Kubernetes-compatible API server to measure instead of ours.");
        var token = flags.String("token", "", "Bearer token for --server.");
        var kubeconfig = flags.String("kubeconfig", "", "File that names the server to measure instead of ours.");
        var output = flags.String("output", defaultOutput, "File that results are written to.");
        var list = flags.Bool("list", false, "List the cases.");
        var help = flags.Bool("help", false, "Show this text.");
        flags.Parse(args);
        if (help.Value)
        {
            Console.WriteLine(Usage(flags));
            return null;
        }

        if (list.Value)
        {
            Suite.All.ToList().ForEach(c => Console.WriteLine($"{c.Name,-12} {c.Summary}"));
            return null;
        }

        var remote = kubeconfig.Value.Length > 0 ? ClientConfig.FromKubeconfig(kubeconfig.Value)
            : server.Value.Length > 0 ? new ClientConfig { Server = AddressOf(server.Value), Token = token.Value, InsecureSkipTlsVerify = true }
            : null;
        return new BenchOptions(only.Value.Length == 0 ? null : only.Value, quick.Value, remote, output.Value);
    }

    private static Uri AddressOf(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("https" or "http")
        ? address
        : throw new BenchmarkException($"--server: {text} is not an address such as https://127.0.0.1:6443");
}
