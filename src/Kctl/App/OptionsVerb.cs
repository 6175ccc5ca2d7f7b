using Kctl.CommandLine;

namespace Kctl.App;

/// <summary><c>kctl options</c>: the flags of every command.</summary>
internal static class OptionsVerb
{
    public static Command Create(Session session) => new Verb("options", "Lists the flags that every command takes.", "kctl options").Does((parse, _) =>
    {
        session.Out.WriteLine("The following options can be passed to any command:");
        HelpText.WriteOptions(session.Flags.All.Where(o => !o.Hidden), session.Out);
        return Task.CompletedTask;
    });
}
