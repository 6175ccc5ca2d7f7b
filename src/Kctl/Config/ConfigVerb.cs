using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Printing;
using Kube.Client;
using Kube.Machinery.Yaml;

namespace Kctl.Config;

/// <summary><c>kctl config</c>: the kubeconfig's contexts.</summary>
internal static class ConfigVerb
{
    public static Command Create(Session session) => new Verb(
        "config", "Shows and changes the kubeconfig.",
        "kctl config get-contexts", "kctl config use-context kube-local", "kctl config set-context --current --namespace=shop", "kctl config view")
        .With(View(session), GetContexts(session), CurrentContext(session), UseContext(session), SetContext(session), DeleteContext(session), Merge(session));

    private static string FileOf(Session session) => session.KubeconfigPath ?? KubeconfigFile.DefaultPath;

    private static JsonObject ReadFile(Session session)
    {
        var path = FileOf(session);
        try
        {
            return File.Exists(path) && YamlJson.Read(File.ReadAllText(path)) is JsonObject config ? config : new JsonObject { ["apiVersion"] = "v1", ["kind"] = "Config" };
        }
        catch (YamlJsonException e)
        {
            throw new CommandException($"cannot read the kubeconfig {path}: {e.Message}", e);
        }
    }

    private static Verb View(Session session)
    {
        var raw = Flags.Switch("--raw", "certificates and keys in full");
        var minify = Flags.Switch("--minify", "only what the current context uses");
        var output = Flags.Output();
        return new Verb("view", "Shows the kubeconfig, with secrets left out.", "kctl config view", "kctl config view --raw", "kctl config view -o jsonpath='{.current-context}'").With(raw, minify, output).Does((parse, ct) =>
        {
            var config = ReadFile(session);
            if (parse.GetValue(minify))
            {
                KubeconfigView.Minify(config, session.Value(session.Flags.Context));
            }

            if (!parse.GetValue(raw))
            {
                KubeconfigView.Redact(config);
            }

            var format = OutputFormat.Parse(parse.GetValue(output) ?? "yaml");
            new ObjectPrinter(session.Out, format).Print([config], asList: false);
            return Task.CompletedTask;
        });
    }

    private static Verb GetContexts(Session session)
    {
        var output = Flags.Named("--output", "name", "names only", "-o");
        var noHeaders = Flags.Switch("--no-headers", "rows without the header line");
        return new Verb("get-contexts", "Lists the contexts; the current one has a star.", "kctl config get-contexts").With(output, noHeaders).Does((parse, ct) =>
        {
            var config = Kubeconfig.Load(session.KubeconfigPath);
            var contexts = config.Contexts.OrderBy(c => c.Key, StringComparer.Ordinal).ToList();
            if (parse.GetValue(output) == "name")
            {
                contexts.ForEach(c => session.Out.WriteLine(c.Key));
                return Task.CompletedTask;
            }

            var header = parse.GetValue(noHeaders) ? [] : new IReadOnlyList<string>[] { ["CURRENT", "NAME", "CLUSTER", "AUTHINFO", "NAMESPACE"] };
            var rows = contexts.Select(c => (IReadOnlyList<string>)[c.Key == config.CurrentContext ? "*" : "", c.Key, c.Value.Cluster, c.Value.User, c.Value.Namespace ?? ""]);
            new TextTable(session.Out).Write([.. header, .. rows]);
            return Task.CompletedTask;
        });
    }

    private static Verb CurrentContext(Session session) => new Verb("current-context", "Prints the current context's name.", "kctl config current-context").Does((_, _) =>
    {
        var name = Kubeconfig.Load(session.KubeconfigPath).CurrentContext ?? throw new CommandException("current-context is not set");
        session.Out.WriteLine(name);
        return Task.CompletedTask;
    });

    private static Verb UseContext(Session session)
    {
        var name = new Argument<string>("NAME") { Description = "the context" };
        return new Verb("use-context", "Makes a context the current one.", "kctl config use-context kube-local").With(name).Does((parse, _) =>
        {
            var wanted = Known(session, parse.GetValue(name)!);
            KubeconfigFile.Edit(FileOf(session), config => config["current-context"] = wanted);
            session.Out.WriteLine($"Switched to context \"{wanted}\".");
            return Task.CompletedTask;
        });
    }

    private static Verb SetContext(Session session)
    {
        var name = new Argument<string?>("NAME") { Description = "the context", Arity = ArgumentArity.ZeroOrOne };
        var current = Flags.Switch("--current", "the current context");
        return new Verb("set-context", "Sets the namespace of a context.", "kctl config set-context --current --namespace=shop").With(name, current).Does((parse, _) =>
        {
            var wanted = Known(session, (parse.GetValue(current) ? Kubeconfig.Load(session.KubeconfigPath).CurrentContext : parse.GetValue(name)) ?? throw new CommandException("name a context, or use --current"));
            var ns = session.ExplicitNamespace ?? throw new CommandException("give the namespace with --namespace");
            KubeconfigFile.Edit(FileOf(session), config =>
            {
                var context = config.Objects("contexts").First(c => c.Text("name") == wanted);
                context["context"]!["namespace"] = ns;
            });
            session.Out.WriteLine($"Context \"{wanted}\" modified.");
            return Task.CompletedTask;
        });
    }

    private static Verb DeleteContext(Session session)
    {
        var name = new Argument<string>("NAME") { Description = "the context" };
        var purge = Flags.Switch("--purge", "its cluster and user too, where no other context uses them");
        return new Verb("delete-context", "Deletes a context.", "kctl config delete-context kube-local").With(name, purge).Does((parse, _) =>
        {
            var wanted = Known(session, parse.GetValue(name)!);
            KubeconfigFile.Edit(FileOf(session), config => KubeconfigView.Delete(config, wanted, parse.GetValue(purge) ? KubeconfigView.Leftovers.Delete : KubeconfigView.Leftovers.Keep));
            session.Out.WriteLine($"deleted context {wanted} from {FileOf(session)}");
            return Task.CompletedTask;
        });
    }

    private static Verb Merge(Session session)
    {
        var from = new Argument<string>("FILE") { Description = "the kubeconfig to take the current context of" };
        var name = Flags.Named("--as", "NAME", "the context's new name");
        return new Verb("merge", "Adds the context of another kubeconfig and makes it the current one.", "kctl config merge admin.kubeconfig --as kube-local").With(from, name).Does((parse, _) =>
        {
            var other = Kubeconfig.Load(parse.GetValue(from)!);
            var context = other.CurrentContext is { } current && other.Contexts.TryGetValue(current, out var found) ? found : throw new CommandException($"{parse.GetValue(from)} has no current context");
            var cluster = other.Clusters.GetValueOrDefault(context.Cluster) ?? throw new CommandException($"{parse.GetValue(from)} has no cluster \"{context.Cluster}\"");
            var user = other.Users.GetValueOrDefault(context.User) ?? new KubeconfigUser();
            var wanted = parse.GetValue(name) ?? other.CurrentContext;
            KubeconfigFile.Merge(FileOf(session), wanted, cluster.Server, cluster.CertificateAuthorityPem ?? "", user.CertificatePem ?? "", user.KeyPem ?? "");
            session.Out.WriteLine($"Context \"{wanted}\" is in {FileOf(session)} and is the current one.");
            return Task.CompletedTask;
        });
    }

    private static string Known(Session session, string name)
    {
        var contexts = Kubeconfig.Load(session.KubeconfigPath).Contexts.Keys.ToList();
        return contexts.Contains(name) ? name : throw new CommandException($"no context exists with the name: \"{name}\"{Suggestion.Tail(name, contexts)}");
    }
}
