using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Completing;

/// <summary><c>kctl completion</c>: the script that teaches a shell to complete kctl's words.</summary>
internal static class CompletionVerb
{
    public static Command Create(Session session) => new Verb(
        "completion", "Prints the script that lets a shell complete commands, flags, kinds, names, namespaces and containers.",
        "source <(kctl completion bash)", "kctl completion bash > ~/.kctl-completion.bash", "kctl completion zsh > ~/.kctl-completion.zsh", "kctl completion fish > ~/.kctl-completion.fish")
        .With(
            Shell(session, "bash", "For bash. To have it in every shell: echo 'source <(kctl completion bash)' >> ~/.bashrc", CompletionScripts.Bash),
            Shell(session, "zsh", "For zsh. To have it in every shell: echo 'source <(kctl completion zsh)' >> ~/.zshrc", CompletionScripts.Zsh),
            Shell(session, "fish", "For fish. To have it in every shell: kctl completion fish > ~/.config/fish/completions/kctl.fish", CompletionScripts.Fish));

    private static Verb Shell(Session session, string name, string summary, string script) => new Verb(name, summary, $"kctl completion {name}").Does((_, _) =>
    {
        session.Out.Write(script);
        return Task.CompletedTask;
    });
}
