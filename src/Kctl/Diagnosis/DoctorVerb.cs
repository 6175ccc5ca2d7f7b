using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Diagnosis;

/// <summary><c>kctl doctor</c>.</summary>
internal static class DoctorVerb
{
    public static Command Create(Session session)
    {
        var words = Flags.Words("[SERVICE | svc/NAME]", "the service to follow to its pods; without one nodes, components and every service are looked at");
        var output = Flags.Named("--output", "FORMAT", "json or yaml", "-o");
        return new Verb(
            "doctor", "Follows a service from its selector to a live connection, and stops at the first broken link with the command that mends it.",
            "kctl doctor svc/web", "kctl doctor svc/web -n shop", "kctl doctor", "kctl doctor svc/web -o json")
            .With(words, output)
            .Does((parse, ct) => new DoctorCommand(session, parse.GetValue(output)).RunAsync(parse.GetValue(words) ?? [], ct));
    }
}
