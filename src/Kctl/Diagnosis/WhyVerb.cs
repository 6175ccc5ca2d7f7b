using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Diagnosis;

/// <summary><c>kctl why</c>.</summary>
internal static class WhyVerb
{
    public static Command Create(Session session)
    {
        var words = Flags.Words("POD | TYPE/NAME", "the pod, or what makes pods; then the pod that needs it most is explained");
        var output = Flags.Named("--output", "FORMAT", "json or yaml", "-o");
        return new Verb(
            "why", "Says why a pod waits, crashes or is where it is, and what to change.",
            "kctl why pod/web-6d4b75cb6d-abcde", "kctl why web-6d4b75cb6d-abcde -n shop", "kctl why deploy/web", "kctl why deploy/web -o json")
            .With(words, output)
            .Does((parse, ct) => new WhyCommand(session, parse.GetValue(output)).RunAsync(parse.GetValue(words) ?? [], ct));
    }
}
