using Kctl.CommandLine;

namespace Kctl.App;

/// <summary>The flags every verb takes.</summary>
internal sealed class GlobalFlags
{
    public Option<string?> Kubeconfig { get; } = Global(Flags.Named("--kubeconfig", "FILE", "the kubeconfig to use instead of $KUBECONFIG or ~/.kube/config"));

    public Option<string?> Context { get; } = Global(Flags.Named("--context", "NAME", "the kubeconfig's context to use instead of the current one"));

    public Option<string?> Namespace { get; } = Global(Flags.Named("--namespace", "NAME", "the namespace to work in", "-n"));

    public Option<string?> Server { get; } = Global(Flags.Named("--server", "URL", "the API server's address", "-s"));

    public Option<string?> Token { get; } = Global(Flags.Named("--token", "TOKEN", "the bearer token to show to the server"));

    public Option<bool> Insecure { get; } = Global(Flags.Switch("--insecure-skip-tls-verify", "accept any server certificate"));

    public Option<string?> RequestTimeout { get; } = Global(Flags.Named("--request-timeout", "DURATION", "how long the server may take to answer: 10s, 2m"));

    public Option<int> Verbosity { get; } = Global(new Option<int>("--v", "-v") { Description = "6 and more: print each request to standard error", HelpName = "LEVEL" });

    public Option<bool> Help { get; } = Global(new Option<bool>("--help", "-h") { Description = "what the command does, with examples", Hidden = true });

    public IEnumerable<Option> All => [Help, Kubeconfig, Context, Namespace, Server, Token, Insecure, RequestTimeout, Verbosity];

    private static T Global<T>(T option) where T : Option
    {
        option.Recursive = true;
        return option;
    }
}
