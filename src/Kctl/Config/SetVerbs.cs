using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kube.Client;

namespace Kctl.Config;

/// <summary>The config verbs that write entries: set-context, set-cluster, set-credentials, set, unset.</summary>
internal static class SetVerbs
{
    public static Verb Context(Session session)
    {
        var name = new Argument<string?>("NAME") { Description = "the context", Arity = ArgumentArity.ZeroOrOne, Completes = (_, _) => Task.FromResult(Kubeconfig.Load(session.KubeconfigPath).Contexts.Keys) };
        var current = Flags.Switch("--current", "the current context");
        return new Verb(
            "set-context", "Changes or adds a context: its namespace, and with the flags every command has its cluster and user.",
            "kctl config set-context --current --namespace=shop", "kctl config set-context staging --cluster=kube-local --user=kube-local --namespace=staging")
            .With(name, current)
            .Does((parse, _) =>
            {
                var wanted = parse.GetValue(current) ? Kubeconfig.Load(session.KubeconfigPath).CurrentContext : parse.GetValue(name);
                var fields = new List<KeyValuePair<string, string?>>
                {
                    new("cluster", session.Value(session.Flags.Cluster)), new("user", session.Value(session.Flags.User)), new("namespace", session.ExplicitNamespace),
                };
                Put(session, "contexts", "context", wanted ?? throw new CommandException("name a context, or use --current"), fields, "Context");
                return Task.CompletedTask;
            });
    }

    public static Verb Cluster(Session session)
    {
        var name = ConfigVerb.Name(session, "the cluster", c => c.Clusters.Keys);
        var embed = Flags.Switch("--embed-certs", "put the certificate itself into the kubeconfig instead of its file's name");
        var proxy = Flags.Named("--proxy-url", "URL", "the proxy to go through; kept for tools that use one");
        return new Verb(
            "set-cluster", "Changes or adds a cluster, by the flags every command has.",
            "kctl config set-cluster laptop --server=https://127.0.0.1:6443 --certificate-authority=ca.crt --embed-certs")
            .With(name, embed, proxy)
            .Does((parse, _) =>
            {
                var flags = session.Flags;
                var fields = new List<KeyValuePair<string, string?>>
                {
                    new("server", session.Value(flags.Server)), new("tls-server-name", session.Value(flags.TlsServerName)), new("proxy-url", parse.GetValue(proxy)),
                    new("insecure-skip-tls-verify", parse.Has(flags.Insecure) ? session.Value(flags.Insecure) ? "true" : "false" : null),
                };
                AddFile(fields, "certificate-authority", session.Value(flags.CertificateAuthority), parse.GetValue(embed));
                Put(session, "clusters", "cluster", parse.GetValue(name)!, fields, "Cluster");
                return Task.CompletedTask;
            });
    }

    public static Verb Credentials(Session session)
    {
        var name = ConfigVerb.Name(session, "the user", c => c.Users.Keys);
        var embed = Flags.Switch("--embed-certs", "put certificate and key themselves into the kubeconfig instead of their files' names");
        return new Verb(
            "set-credentials", "Changes or adds a user, by the flags every command has.",
            "kctl config set-credentials ann --token=abcdef", "kctl config set-credentials ann --client-certificate=ann.crt --client-key=ann.key --embed-certs")
            .With(name, embed)
            .Does((parse, _) =>
            {
                var fields = new List<KeyValuePair<string, string?>> { new("token", session.Value(session.Flags.Token)) };
                AddFile(fields, "client-certificate", session.Value(session.Flags.ClientCertificate), parse.GetValue(embed));
                AddFile(fields, "client-key", session.Value(session.Flags.ClientKey), parse.GetValue(embed));
                Put(session, "users", "user", parse.GetValue(name)!, fields, "User");
                return Task.CompletedTask;
            });
    }

    public static Verb Set(Session session)
    {
        var (path, value) = (new Argument<string>("PATH") { Description = "the field: contexts.NAME.namespace" }, new Argument<string>("VALUE") { Description = "its value" });
        return new Verb("set", "Sets one field of the kubeconfig.", "kctl config set contexts.kube-local.namespace shop", "kctl config set current-context kube-local").With(path, value).Does((parse, _) =>
        {
            Edit(session, parse.GetValue(path)!, parse.GetValue(value));
            session.Out.WriteLine($"Property \"{parse.GetValue(path)}\" set.");
            return Task.CompletedTask;
        });
    }

    public static Verb Unset(Session session)
    {
        var path = new Argument<string>("PATH") { Description = "the field: contexts.NAME.namespace" };
        return new Verb("unset", "Takes one field, or one entry, out of the kubeconfig.", "kctl config unset contexts.kube-local.namespace", "kctl config unset users.ann").With(path).Does((parse, _) =>
        {
            Edit(session, parse.GetValue(path)!, null);
            session.Out.WriteLine($"Property \"{parse.GetValue(path)}\" unset.");
            return Task.CompletedTask;
        });
    }

    private static void Edit(Session session, string path, string? value)
    {
        var files = new KubeconfigFiles(session);
        if (KubeconfigView.Entry(files.Merged(), path) is var (list, name, _))
        {
            files.Edit(list, name, config => KubeconfigView.Set(config, path, value));
        }
        else
        {
            files.EditTop(path, config => KubeconfigView.Set(config, path, value));
        }
    }

    private static void AddFile(List<KeyValuePair<string, string?>> fields, string name, string? path, bool embed)
    {
        if (path is not null)
        {
            fields.Add(embed ? new(name + "-data", KubeconfigView.Embedded(path)) : new(name, Path.GetFullPath(path)));
            fields.Add(new(embed ? name : name + "-data", ""));
        }
    }

    /// <summary>Writes the fields that have a value; an empty one goes.</summary>
    private static void Put(Session session, string list, string field, string name, List<KeyValuePair<string, string?>> fields, string title)
    {
        var known = false;
        new KubeconfigFiles(session).Edit(list, name, config =>
        {
            known = KubeconfigView.Find(config, list, name) is not null;
            var entry = KubeconfigView.FindOrAdd(config, list, field, name);
            foreach (var (key, value) in fields.Where(f => f.Value is not null))
            {
                KubeconfigView.SetField(entry, key, value!.Length > 0 ? value : null);
            }
        });
        session.Out.WriteLine(list == "users" ? $"User \"{name}\" set." : list == "clusters" ? $"Cluster \"{name}\" set." : $"{title} \"{name}\" {(known ? "modified" : "created")}.");
    }
}
