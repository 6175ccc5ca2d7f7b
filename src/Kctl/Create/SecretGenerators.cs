using System.Text;
using System.Text.Json.Nodes;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Printing;

namespace Kctl.Create;

/// <summary><c>kctl create secret generic|tls|docker-registry</c>.</summary>
internal static class SecretGenerators
{
    private const string DockerHub = "https://index.docker.io/v1/";

    public static Command Secret(Session session) => new Verb(
        "secret", "Creates a secret.",
        "kctl create secret generic db --from-literal=password=change-me", "kctl create secret tls web --cert=web.crt --key=web.key",
        "kctl create secret docker-registry hub --docker-server=registry.example.com --docker-username=me --docker-password=secret")
        .With(Generic(session), Tls(session), DockerRegistry(session));

    private static Verb Generic(Session session)
    {
        var (literals, files) = Generators.DataFlags();
        var (envFiles, hash) = (Generators.EnvFileFlag(), Generators.HashFlag());
        var type = Flags.Named("--type", "TYPE", "the secret's type, Opaque if not given");
        return Generators.Make(session, "generic", "Creates a secret from literals and files.", "kctl create secret generic db --from-literal=password=change-me", [], [literals, files, envFiles, type, hash], (name, parse) =>
        {
            var (text, binary) = KeyValues.Read(parse.GetValue(literals) ?? [], parse.GetValue(files) ?? [], parse.GetValue(envFiles) ?? []);
            return Generators.Hashed(Of(name, parse.GetValue(type), text, binary), parse.GetValue(hash));
        });
    }

    private static Verb Tls(Session session)
    {
        var (cert, key, hash) = (Flags.Named("--cert", "FILE", "the certificate, PEM"), Flags.Named("--key", "FILE", "its private key, PEM"), Generators.HashFlag());
        return Generators.Make(session, "tls", "Creates a secret of a certificate and its key.", "kctl create secret tls web --cert=web.crt --key=web.key", [], [cert, key, hash], (name, parse) =>
        {
            var (certFile, keyFile) = (parse.GetValue(cert), parse.GetValue(key));
            if (certFile is null || keyFile is null)
            {
                throw new CommandException("key and cert must be specified");
            }

            var entries = new Dictionary<string, string> { ["tls.crt"] = File.ReadAllText(certFile), ["tls.key"] = File.ReadAllText(keyFile) };
            return Generators.Hashed(Of(name, "kubernetes.io/tls", entries, new Dictionary<string, byte[]>()), parse.GetValue(hash));
        });
    }

    private static Verb DockerRegistry(Session session)
    {
        var server = Flags.Named("--docker-server", "URL", $"the registry; {DockerHub} if not given");
        var user = Flags.Named("--docker-username", "NAME", "who may pull");
        var password = Flags.Named("--docker-password", "PASSWORD", "the password or token");
        var email = Flags.Named("--docker-email", "ADDRESS", "the e-mail address");
        var (files, hash) = (Flags.Many("--from-file", "FILE", "take over a docker config file, such as ~/.docker/config.json"), Generators.HashFlag());
        return Generators.Make(session, "docker-registry", "Creates a secret to pull images with.", "kctl create secret docker-registry hub --docker-username=me --docker-password=secret", [], [server, user, password, email, files, hash], (name, parse) =>
        {
            var config = parse.GetValue(files) is [var file, ..] ? File.ReadAllText(file[(file.IndexOf('=') + 1)..])
                : DockerConfig(parse.GetValue(server) ?? DockerHub, parse.GetValue(user), parse.GetValue(password), parse.GetValue(email));
            return Generators.Hashed(Of(name, "kubernetes.io/dockerconfigjson", new Dictionary<string, string> { [".dockerconfigjson"] = config }, new Dictionary<string, byte[]>()), parse.GetValue(hash));
        });
    }

    /// <summary>A secret of texts and bytes. Pure.</summary>
    internal static JsonObject Of(string name, string? type, IReadOnlyDictionary<string, string> text, IReadOnlyDictionary<string, byte[]> binary)
    {
        var secret = Generators.Obj("v1", "Secret", name);
        var all = text.ToDictionary(p => p.Key, p => Convert.ToBase64String(Encoding.UTF8.GetBytes(p.Value)));
        foreach (var (key, value) in binary)
        {
            all[key] = Convert.ToBase64String(value);
        }

        Generators.AddMap(secret, "data", all);
        if (type is not null)
        {
            secret["type"] = type;
        }

        return secret;
    }

    private static string DockerConfig(string server, string? user, string? password, string? email)
    {
        if (user is null || password is null)
        {
            throw new CommandException("either --from-file or the combination of --docker-username, --docker-password and --docker-server is required");
        }

        var auth = new JsonObject { ["username"] = user, ["password"] = password };
        if (email is not null)
        {
            auth["email"] = email;
        }

        auth["auth"] = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
        return Encoding.UTF8.GetString(JsonText.Utf8(new JsonObject { ["auths"] = new JsonObject { [server] = auth } }));
    }
}
