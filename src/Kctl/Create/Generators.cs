using System.Text.Json.Nodes;
using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Create;

/// <summary>The kinds that can be created from flags, as in kubectl.</summary>
internal static class Generators
{
    public static Command Namespace(Session session) => Make(session, "namespace", "Creates a namespace.", "kctl create namespace shop", ["ns"], [], (name, _) => Obj("v1", "Namespace", name));

    public static Command ServiceAccount(Session session) => Make(session, "serviceaccount", "Creates a service account.", "kctl create serviceaccount robot", ["sa"], [], (name, _) => Obj("v1", "ServiceAccount", name));

    public static Command ConfigMap(Session session)
    {
        var (literals, files) = DataFlags();
        var envFiles = EnvFileFlag();
        var hash = HashFlag();
        return Make(session, "configmap", "Creates a config map from literals and files.", "kctl create configmap colours --from-literal=sky=blue", ["cm"], [literals, files, envFiles, hash], (name, parse) =>
        {
            var map = Obj("v1", "ConfigMap", name);
            var (text, binary) = KeyValues.Read(parse.GetValue(literals) ?? [], parse.GetValue(files) ?? [], parse.GetValue(envFiles) ?? []);
            AddMap(map, "data", text);
            AddMap(map, "binaryData", binary.ToDictionary(p => p.Key, p => Convert.ToBase64String(p.Value)));
            return Hashed(map, parse.GetValue(hash));
        });
    }

    internal static Option<string[]> EnvFileFlag() => Flags.Many("--from-env-file", "FILE", "an entry for each KEY=VALUE line of a file");

    internal static Option<bool> HashFlag() => Flags.Switch("--append-hash", "put a hash of the content at the end of the name");

    internal static JsonObject Hashed(JsonObject obj, bool wanted)
    {
        if (wanted)
        {
            obj["metadata"]!["name"] = $"{obj["metadata"]!["name"]}-{ContentHash.Of(obj)}";
        }

        return obj;
    }

    public static Command Deployment(Session session)
    {
        var images = Flags.Many("--image", "IMAGE", "the image of a container; may be given several times");
        var replicas = Flags.Number("--replicas", "how many pods, 1 if not given", "-r");
        var port = Flags.Number("--port", "the port the container listens on");
        return Make(session, "deployment", "Creates a deployment.", "kctl create deployment web --image=kube.local/echo:1 --replicas=3", ["deploy"], [images, replicas, port, new Argument<string[]>("-- COMMAND...") { Description = "the command, if not the image's own", Arity = ArgumentArity.ZeroOrMore }], (name, parse) =>
        {
            var named = parse.GetValue(images) is { Length: > 0 } some ? some : throw new CommandException("required flag(s) \"image\" not set");
            if (named.Length > 1 && parse.WordsAfterDash.Length > 0)
            {
                throw new CommandException("cannot specify multiple --image options and command");
            }

            var containers = named.SelectMany(n => n.Split(',')).Select((image, i) => new ContainerSpec(ImageNames.ContainerName(image), image) { Port = i == 0 ? parse.GetValue(port) : null, Command = parse.WordsAfterDash });
            return Workloads.Deployment(name, parse.GetValue(replicas) ?? 1, new() { ["app"] = name }, containers);
        });
    }

    internal static (Option<string[]> Literals, Option<string[]> Files) DataFlags() => (
        Flags.Many("--from-literal", "KEY=VALUE", "an entry; may be given several times"),
        Flags.Many("--from-file", "[KEY=]FILE", "an entry with a file's content, or one for each file of a folder"));

    internal static Verb Make(Session session, string kind, string summary, string example, string[] aliases, Symbol[] options, Func<string, ParseResult, JsonObject> make)
    {
        var name = new Argument<string>("NAME") { Description = "its name" };
        var common = new CreateFlags();
        var verb = new Verb(kind, summary, example).With(name).With(common.All);
        foreach (var alias in aliases)
        {
            verb.Aliases.Add(alias);
        }

        return verb.With(options).Does(async (parse, ct) =>
        {
            var creator = common.Creator(session, parse);
            await creator.CreateAsync(make(parse.GetValue(name)!, parse), ct);
            creator.Finish();
        });
    }

    internal static JsonObject Obj(string apiVersion, string kind, string name) => new()
    {
        ["apiVersion"] = apiVersion,
        ["kind"] = kind,
        ["metadata"] = new JsonObject { ["name"] = name },
    };

    internal static void AddMap(JsonObject obj, string field, IReadOnlyDictionary<string, string> entries)
    {
        if (entries.Count > 0)
        {
            obj[field] = Workloads.Map(entries);
        }
    }
}
