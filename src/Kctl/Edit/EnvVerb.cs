using System.Text.Json.Nodes;
using System.Text;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Edit;

/// <summary><c>kctl set env</c>.</summary>
internal static class EnvVerb
{
    public static Verb Create(Session session)
    {
        var words = Flags.Words("TYPE/NAME... NAME=VALUE... NAME-...", "objects, then what to set, and with a dash at the end what to remove; - reads NAME=VALUE lines from standard input");
        var env = Flags.Many("--env", "NAME=VALUE", "one more variable to set", "-e");
        var from = Flags.Named("--from", "configmap/NAME|secret/NAME", "a variable for each key of this object");
        var keys = Flags.Many("--keys", "KEY,...", "only these keys of --from");
        var prefix = Flags.Named("--prefix", "TEXT", "before the names of variables from --from");
        var containers = Flags.Named("--containers", "PATTERN", "the containers to change, * if not given", "-c");
        var list = Flags.Switch("--list", "show the variables");
        var resolve = Flags.Switch("--resolve", "show the values behind references too");
        var overwrite = Flags.SwitchOn("--overwrite", "change values that are there already; on unless --overwrite=false");
        var (objects, change) = (new ObjectFlags("set env", local: true), new ChangeFlags("kubectl-set"));
        return new Verb(
            "env", "Sets, removes or shows environment variables of containers.",
            "kctl set env deployment/web COLOUR=blue", "kctl set env deployment/web COLOUR-", "kctl set env deployment/web --list", "kctl set env deployment/web --from=configmap/colours --prefix=APP_")
            .With(words, env, from, keys, prefix, containers, list, resolve, overwrite).With(objects.All).With(change.All)
            .Does(async (parse, ct) =>
            {
                var typed = parse.GetValue(words) ?? [];
                var named = typed.TakeWhile(w => w != "-" && !w.Contains('=') && !(w.EndsWith('-') && w.Length > 1)).ToList();
                var entries = typed.Skip(named.Count).SelectMany(w => w == "-" ? Lines(session) : [w]).Concat(parse.GetValue(env) ?? []);
                var changes = EnvChanges.Parse(entries);
                if (parse.GetValue(from) is { } source)
                {
                    var wantedKeys = (parse.GetValue(keys) ?? []).SelectMany(k => k.Split(',')).ToList();
                    var more = EnvChanges.From(await SourceAsync(session, source, ct), wantedKeys, parse.GetValue(prefix) ?? "");
                    foreach (var (key, name) in more.Renamed)
                    {
                        await session.Error.WriteLineAsync($"Warning: key {key} transferred to {name}");
                    }

                    changes = changes with { Set = [.. changes.Set, .. more.Set] };
                }

                var pattern = parse.GetValue(containers) ?? "*";
                if (parse.GetValue(list))
                {
                    var listing = new EnvList(session, parse.GetValue(resolve));
                    foreach (var found in await objects.FindAsync(session, parse, named, ct))
                    {
                        await listing.ShowAsync(found, pattern, ct);
                    }

                    return 0;
                }

                return changes.IsEmpty
                    ? throw new CommandException("at least one environment variable must be provided, as in NAME=VALUE or NAME-")
                    : await Setting.EachAsync(session, parse, objects, change, named, "env updated", (found, _) => Task.FromResult(Change(session, found, pattern, changes, parse.GetValue(overwrite))), ct);
            });
    }

    private static JsonObject? Change(Session session, Found found, string pattern, EnvChanges changes, bool overwrite)
    {
        var copy = (JsonObject)found.Object.DeepClone();
        var containers = PodSpecs.Containers(PodSpecs.OrError(found, copy), pattern);
        if (containers.Count == 0)
        {
            session.Error.WriteLine($"Warning: {found.Type.Kind}/{found.Object.Name()} does not have any containers matching \"{pattern}\"");
            return null;
        }

        foreach (var container in containers)
        {
            try
            {
                changes.ApplyTo(container, overwrite);
            }
            catch (CommandException e)
            {
                throw new CommandException($"{found.Type.Plural}/{found.Object.Name()} {e.Message}", e);
            }
        }

        return copy;
    }

    private static async Task<JsonObject> SourceAsync(Session session, string text, CancellationToken ct)
    {
        var target = await Target.SingleAsync([text], session, "read variables from", ct);
        return target.Type.Kind is "ConfigMap" or "Secret"
            ? await session.Api.GetAsync(target.Type.ObjectPath(target.NamespaceIn(session), target.Name!), ct)
            : throw new CommandException($"unsupported resource specified in --from: {text}; a configmap or a secret it must be");
    }

    private static IEnumerable<string> Lines(Session session)
    {
        using var reader = new StreamReader(session.Terminal.OpenInput(), Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n').Select(l => l.Trim('\r', ' ')).Where(l => l.Length > 0 && l[0] != '#')];
    }
}
