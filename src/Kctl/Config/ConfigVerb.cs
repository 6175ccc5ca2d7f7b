using Kctl.App;
using Kctl.CommandLine;
using Kctl.Printing;
using Kube.Client;

namespace Kctl.Config;

/// <summary><c>kctl config</c>: the kubeconfig's contexts.</summary>
internal static class ConfigVerb
{
    public static Command Create(Session session) => new Verb(
        "config", "Shows and changes the kubeconfig.",
        "kctl config get-contexts", "kctl config use-context kube-local", "kctl config set-context --current --namespace=shop", "kctl config view")
        .With(
            ViewVerb.Create(session), GetContexts(session), CurrentContext(session), UseContext(session), RenameContext(session), SetVerbs.Context(session),
            SetVerbs.Cluster(session), SetVerbs.Credentials(session), SetVerbs.Set(session), SetVerbs.Unset(session),
            Names(session, "get-clusters", "Lists the clusters of the kubeconfig.", c => c.Clusters.Keys), Names(session, "get-users", "Lists the users of the kubeconfig.", c => c.Users.Keys),
            DeleteContext(session), Delete(session, "cluster", "clusters", c => c.Clusters.Keys), Delete(session, "user", "users", c => c.Users.Keys), Merge(session));

    /// <summary>An argument for the name of something in the kubeconfig, which completion knows.</summary>
    internal static Argument<string> Name(Session session, string description, Func<Kubeconfig, IEnumerable<string>> known) => new("NAME")
    {
        Description = description,
        Completes = (_, _) => Task.FromResult(known(Kubeconfig.Load(session.KubeconfigPath))),
    };

    /// <summary>The name where it exists; the nearest one is suggested where not.</summary>
    internal static string Known(Session session, string what, string name, Func<Kubeconfig, IEnumerable<string>> known)
    {
        var names = known(Kubeconfig.Load(session.KubeconfigPath)).ToList();
        return names.Contains(name) ? name : throw new CommandException($"no {what} exists with the name: \"{name}\"{Suggestion.Tail(name, names)}");
    }

    private static Verb GetContexts(Session session)
    {
        var names = new Argument<string[]>("NAME...") { Description = "only these", Arity = ArgumentArity.ZeroOrMore, Completes = (_, _) => Task.FromResult(Kubeconfig.Load(session.KubeconfigPath).Contexts.Keys) };
        var output = Flags.Named("--output", "name", "names only", "-o");
        var noHeaders = Flags.Switch("--no-headers", "rows without the header line");
        return new Verb("get-contexts", "Lists the contexts; the current one has a star.", "kctl config get-contexts", "kctl config get-contexts -o name").With(names, output, noHeaders).Does((parse, _) =>
        {
            var config = Kubeconfig.Load(session.KubeconfigPath);
            var wanted = (parse.GetValue(names) ?? []).Select(n => Known(session, "context", n, c => c.Contexts.Keys)).ToList();
            var contexts = config.Contexts.Where(c => wanted.Count == 0 || wanted.Contains(c.Key)).OrderBy(c => c.Key, StringComparer.Ordinal).ToList();
            if (parse.GetValue(output) is { } format)
            {
                if (format != "name")
                {
                    throw new CommandException($"output must be one of '' or 'name': {format}");
                }

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
        var name = Name(session, "the context", c => c.Contexts.Keys);
        var verb = new Verb("use-context", "Makes a context the current one.", "kctl config use-context kube-local").With(name).Does((parse, _) =>
        {
            var wanted = Known(session, "context", parse.GetValue(name)!, c => c.Contexts.Keys);
            // kubectl takes the current context from the first file that names one.
            new KubeconfigFiles(session).EditTop("current-context", config => config["current-context"] = wanted);
            session.Out.WriteLine($"Switched to context \"{wanted}\".");
            return Task.CompletedTask;
        });
        verb.Aliases.Add("use");
        return verb;
    }

    private static Verb RenameContext(Session session)
    {
        var name = Name(session, "the context", c => c.Contexts.Keys);
        var fresh = new Argument<string>("NEW-NAME") { Description = "its new name" };
        return new Verb("rename-context", "Gives a context another name.", "kctl config rename-context kube-local laptop").With(name, fresh).Does((parse, _) =>
        {
            var (old, next) = (Known(session, "context", parse.GetValue(name)!, c => c.Contexts.Keys), parse.GetValue(fresh)!);
            if (Kubeconfig.Load(session.KubeconfigPath).Contexts.ContainsKey(next))
            {
                throw new CommandException($"cannot rename the context \"{old}\", the context \"{next}\" already exists");
            }

            new KubeconfigFiles(session).Edit("contexts", old, config => KubeconfigView.Rename(config, old, next));
            session.Out.WriteLine($"Context \"{old}\" renamed to \"{next}\".");
            return Task.CompletedTask;
        });
    }

    private static Verb Names(Session session, string verb, string summary, Func<Kubeconfig, IEnumerable<string>> names) => new Verb(verb, summary, $"kctl config {verb}").Does((_, _) =>
    {
        session.Out.WriteLine("NAME");
        foreach (var name in names(Kubeconfig.Load(session.KubeconfigPath)).Order(StringComparer.Ordinal))
        {
            session.Out.WriteLine(name);
        }

        return Task.CompletedTask;
    });

    private static Verb DeleteContext(Session session)
    {
        var name = Name(session, "the context", c => c.Contexts.Keys);
        var purge = Flags.Switch("--purge", "its cluster and user too, where no other context uses them");
        return new Verb("delete-context", "Deletes a context.", "kctl config delete-context kube-local").With(name, purge).Does((parse, _) =>
        {
            var wanted = Known(session, "context", parse.GetValue(name)!, c => c.Contexts.Keys);
            var file = new KubeconfigFiles(session).Edit(
                "contexts", wanted, config => KubeconfigView.Delete(config, wanted, parse.GetValue(purge) ? KubeconfigView.Leftovers.Delete : KubeconfigView.Leftovers.Keep));
            session.Out.WriteLine($"deleted context {wanted} from {file}");
            return Task.CompletedTask;
        });
    }

    private static Verb Delete(Session session, string what, string list, Func<Kubeconfig, IEnumerable<string>> known)
    {
        var name = Name(session, $"the {what}", known);
        return new Verb($"delete-{what}", $"Deletes a {what} from the kubeconfig.", $"kctl config delete-{what} kube-local").With(name).Does((parse, _) =>
        {
            var wanted = Known(session, what, parse.GetValue(name)!, known);
            var file = new KubeconfigFiles(session).Edit(list, wanted, config => KubeconfigView.Remove(config, list, wanted));
            session.Out.WriteLine($"deleted {what} {wanted} from {file}");
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
            var file = session.KubeconfigPath ?? KubeconfigFile.DefaultPath;
            KubeconfigFile.Merge(file, wanted, cluster.Server, cluster.CertificateAuthorityPem ?? "", user.CertificatePem ?? "", user.KeyPem ?? "");
            session.Out.WriteLine($"Context \"{wanted}\" is in {file} and is the current one.");
            return Task.CompletedTask;
        });
    }
}
