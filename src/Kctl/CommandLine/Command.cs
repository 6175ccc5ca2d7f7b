namespace Kctl.CommandLine;

/// <summary>What a command does; the result is the exit code.</summary>
internal delegate Task<int> CommandAction(ParseResult parse, CancellationToken ct);

/// <summary>One command, with its flags, its words and the commands below it.</summary>
internal class Command : Symbol
{
    private readonly List<Command> _subcommands = [];
    private readonly List<Option> _options = [];
    private readonly List<Argument> _arguments = [];

    public Command(string name, string? description = null)
        : base(name)
    {
        Description = description;
    }

    /// <summary>Other names it answers to.</summary>
    public List<string> Aliases { get; } = [];

    public Command? Parent { get; private set; }

    public CommandAction? Action { get; private set; }

    /// <summary>The commands below this one, in the order of the help.</summary>
    public virtual IReadOnlyList<Command> Subcommands => _subcommands;

    /// <summary>The names a mistyped word is compared with.</summary>
    public virtual IEnumerable<string> SubcommandNames => _subcommands.Select(c => c.Name);

    public IReadOnlyList<Option> Options => _options;

    public IReadOnlyList<Argument> Arguments => _arguments;

    /// <summary>As it is typed: <c>kctl rollout status</c>.</summary>
    public string Path => Parent is null ? Name : $"{Parent.Path} {Name}";

    public void Add(Command command)
    {
        _subcommands.Add(command);
        command.Parent = this;
    }

    public void Add(Option option) => _options.Add(option);

    public void Add(Argument argument) => _arguments.Add(argument);

    public void SetAction(CommandAction action) => Action = action;

    /// <summary>The command below this one of that name; null when there is none.</summary>
    public virtual Command? Find(string name)
    {
        foreach (var command in _subcommands)
        {
            if (command.Name == name || command.Aliases.Contains(name))
            {
                return command;
            }
        }

        return null;
    }

    /// <summary>The flag that matches: this command's own, else one that a command above gives to all below it.</summary>
    public Option? FindOption(string name)
    {
        for (var command = this; command is not null; command = command.Parent)
        {
            foreach (var option in command._options)
            {
                if ((command == this || option.Recursive) && option.Matches(name))
                {
                    return option;
                }
            }
        }

        return null;
    }

    /// <summary>Takes a command as one below this one without listing it, for a list that is made on demand.</summary>
    protected Command Adopt(Command command)
    {
        command.Parent = this;
        return command;
    }
}
