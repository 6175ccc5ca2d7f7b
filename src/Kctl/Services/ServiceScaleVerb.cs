using System.Globalization;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Manifests;

namespace Kctl.Services;

/// <summary><c>kctl service scale web=5 api=2</c>.</summary>
internal static class ServiceScaleVerb
{
    public static Verb Create(Session session)
    {
        var words = Flags.Words("SERVICE=N...", "the services and how many pods each is to have");
        var wait = new ConvergeFlags();
        return new Verb("scale", "Changes how many pods services have.", "kctl service scale web=5", "kctl service scale -d web=5 api=2")
            .With([words, .. wait.All])
            .Does(async (parse, ct) =>
            {
                var wanted = ServiceWords.AtLeastOne(parse.GetValue(words)).Select(Parse).ToList();
                var store = new ServiceStore(session);
                var type = await session.Names.FindAsync("deployments", ct);
                var names = new List<string>();
                foreach (var (name, count) in wanted)
                {
                    var service = await store.GetAsync(name, ct);
                    var path = QueryText.With(type.ObjectPath(session.Namespace, service.Name, "scale"), ("fieldManager", "kctl-service"));
                    await session.Api.SendAsync(HttpMethod.Patch, path, new JsonObject { ["spec"] = new JsonObject { ["replicas"] = count } }, ApplyPlan.Merge, ct);
                    await session.Out.WriteLineAsync($"{service.Name} scaled to {count}");
                    names.Add(service.Name);
                }

                await session.Out.FlushAsync(ct);
                var result = 0;
                foreach (var name in names)
                {
                    result = Math.Max(result, await wait.FollowAsync(session, parse, name, isDeployment: true, ct));
                }

                return result;
            });
    }

    private static (string Name, int Count) Parse(string word) =>
        word.Split('=') is [{ Length: > 0 } name, var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? (name, count) : throw new CommandException($"\"{word}\" is not SERVICE=N, as in web=5");
}
