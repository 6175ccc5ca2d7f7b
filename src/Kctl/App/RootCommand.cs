using Kctl.CommandLine;

namespace Kctl.App;

/// <summary>The program itself: the global flags, and the verbs, each of which is built only when it is asked for.</summary>
internal sealed class RootCommand : Command
{
    private readonly Session _session;
    private readonly Dictionary<string, Command> _built = [];

    public RootCommand(Session session)
        : base("kctl", "kctl talks to a Kubernetes-compatible cluster.")
    {
        _session = session;
        foreach (var option in session.Flags.All)
        {
            Add(option);
        }
    }

    public override IReadOnlyList<Command> Subcommands => [.. VerbList.Names.Select(name => Find(name)!)];

    public override IEnumerable<string> SubcommandNames => VerbList.Names;

    public override Command? Find(string name)
    {
        if (!_built.TryGetValue(name, out var command) && VerbList.Create(name, _session) is { } verb)
        {
            _built[name] = command = Adopt(verb);
        }

        return command;
    }
}
