using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Edit;

/// <summary><c>kctl set</c>: one thing of an object at a time.</summary>
internal static class SetVerb
{
    public static Command Create(Session session) => new Verb(
        "set", "Changes one thing of an object.",
        "kctl set image deployment/web web=kube.local/echo:2", "kctl set env deployment/web COLOUR=blue", "kctl set resources deployment/web --limits=cpu=200m,memory=128Mi")
        .With(Image(session), EnvVerb.Create(session), ResourcesVerb.Create(session), SetSelectorVerb.Create(session), SetServiceAccountVerb.Create(session), SetSubjectVerb.Create(session));

    private static Verb Image(Session session)
    {
        var words = Flags.Words("TYPE/NAME... CONTAINER=IMAGE...", "objects, then the image of each container; * stands for all containers");
        var (objects, change) = (new ObjectFlags("set image", local: true), new ChangeFlags("kubectl-set"));
        return new Verb("image", "Changes the images of containers.", "kctl set image deployment/web web=kube.local/echo:2", "kctl set image deployment web '*=kube.local/echo:2'")
            .With(words).With(objects.All).With(change.All)
            .Does(async (parse, ct) =>
            {
                var typed = parse.GetValue(words) ?? [];
                var named = typed.TakeWhile(w => !w.Contains('=')).ToList();
                var images = ContainerImages.Parse(typed.Skip(named.Count));
                return await Setting.EachAsync(session, parse, objects, change, named, "image updated", (found, _) => Task.FromResult<JsonObject?>(images.Apply(found.Object)), ct);
            });
    }
}

/// <summary>What the set verbs have in common: read, change in memory, send the difference.</summary>
internal static class Setting
{
    /// <summary>Changes each object to what <paramref name="change"/> makes of it; null and an equal object are left alone. One that fails is reported, the others still get their turn.</summary>
    public static async Task<int> EachAsync(
        Session session, ParseResult parse, ObjectFlags objects, ChangeFlags flags, IReadOnlyList<string> words, string done,
        Func<Found, CancellationToken, Task<JsonObject?>> change, CancellationToken ct)
    {
        var (changes, report) = flags.Begin(session, parse, objects.IsLocal(parse));
        var failed = false;
        foreach (var found in await objects.FindAsync(session, parse, words, ct))
        {
            try
            {
                var wanted = await change(found, ct);
                if (wanted is not null)
                {
                    await changes.BringAsync(found, wanted, done, ct);
                }
            }
            catch (CommandException e)
            {
                failed = true;
                await session.Out.FlushAsync(ct);
                await session.Error.WriteLineAsync($"error: {e.Message}");
            }
        }

        report.Finish();
        return failed ? 1 : 0;
    }
}
