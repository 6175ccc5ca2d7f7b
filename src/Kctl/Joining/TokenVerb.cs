using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Printing;
using Kube.Client;

namespace Kctl.Joining;

/// <summary><c>kctl token</c>: the tokens with which machines join the cluster.</summary>
internal static class TokenVerb
{
    private const string DefaultLife = "24h";

    public static Command Create(Session session) => new Verb(
        "token", "Makes, lists and deletes the tokens with which machines join the cluster.",
        "kctl token create", "kctl token create --ttl 1h --print-join-command", "kctl token list", "kctl token delete $(kctl token create)")
        .With(CreateVerb(session), List(session), Delete(session));

    /// <summary>Makes a token that the cluster knows from now on.</summary>
    public static async Task<BootstrapToken> MakeAsync(Session session, BootstrapToken token, TimeSpan life, string? description, CancellationToken ct)
    {
        DateTimeOffset? end = life > TimeSpan.Zero ? session.Terminal.Time.GetUtcNow() + life : null;
        try
        {
            await session.Api.SendAsync(HttpMethod.Post, BootstrapToken.Path, token.ToSecret(end, description), RestApi.Json, ct);
        }
        catch (ApiException e) when (e.IsAlreadyExists)
        {
            throw new CommandException($"a token with id \"{token.Id}\" already exists; delete it first: kctl token delete {token.Id}", e);
        }

        return token;
    }

    private static Verb CreateVerb(Session session)
    {
        var given = new Argument<string?>("TOKEN") { Description = "the token, such as abcdef.0123456789abcdef; a random one if not given", Arity = ArgumentArity.ZeroOrOne };
        var ttl = Flags.Named("--ttl", "DURATION", $"how long it is good; 0 for ever, {DefaultLife} if not given");
        var description = Flags.Named("--description", "TEXT", "what it is for, shown by 'kctl token list'");
        var print = Flags.Switch("--print-join-command", "print the whole line to type on the machine that joins");
        return new Verb("create", "Makes a token.", "kctl token create", "kctl token create --ttl 1h --print-join-command").With(given, ttl, description, print).Does(async (parse, ct) =>
        {
            var life = Durations.Parse(parse.GetValue(ttl) ?? DefaultLife, "--ttl");
            var wanted = parse.GetValue(given) is { } text ? BootstrapToken.Parse(text) : BootstrapToken.New();
            var token = await MakeAsync(session, wanted, life, parse.GetValue(description), ct);
            await session.Out.WriteLineAsync(parse.GetValue(print) ? JoinLine.Of(session, token) : token.ToString());
        });
    }

    private static Verb List(Session session) => new Verb("list", "Lists the tokens.", "kctl token list").Does(async (_, ct) =>
    {
        var secrets = await session.Api.ListAsync(QueryText.With(BootstrapToken.Path, ("fieldSelector", $"type={BootstrapToken.SecretType}")), ct);
        var now = session.Terminal.Time.GetUtcNow();
        var rows = secrets.Objects("items").Select(s => Row(s, now)).ToList();
        if (rows.Count > 0)
        {
            new TextTable(session.Out).Write([["TOKEN", "TTL", "EXPIRES", "USAGES", "DESCRIPTION", "EXTRA GROUPS"], .. rows]);
        }
    });

    private static Verb Delete(Session session)
    {
        var tokens = Flags.Words("TOKEN | ID", "the tokens, or their first six letters");
        return new Verb("delete", "Deletes tokens: nobody joins with them any more.", "kctl token delete $(kctl token create)").With(tokens).Does(async (parse, ct) =>
        {
            var named = parse.GetValue(tokens) is { Length: > 0 } words ? words : throw new CommandException("name a token; 'kctl token list' shows them");
            foreach (var token in named)
            {
                var name = BootstrapToken.NameOf(token);
                try
                {
                    await session.Api.SendAsync(HttpMethod.Delete, $"{BootstrapToken.Path}/{name}", null, RestApi.Json, ct);
                }
                catch (ApiException e) when (e.IsNotFound)
                {
                    throw new CommandException($"there is no token \"{token}\"; 'kctl token list' shows those there are", e);
                }

                await session.Out.WriteLineAsync($"token \"{name[^6..]}\" deleted");
            }
        });
    }

    private static IReadOnlyList<string> Row(JsonObject secret, DateTimeOffset now)
    {
        var expires = BootstrapToken.Field(secret, "expiration");
        var left = DateTimeOffset.TryParse(expires, out var end) ? end > now ? Durations.Age(end - now) : "<expired>" : expires.Length > 0 ? "<invalid>" : "<forever>";
        var usages = new[] { "authentication", "signing" }.Where(u => BootstrapToken.Field(secret, $"usage-bootstrap-{u}") == "true");
        return
        [
            $"{BootstrapToken.Field(secret, "token-id")}.{BootstrapToken.Field(secret, "token-secret")}", left, expires.Length > 0 ? expires : "<never>", string.Join(',', usages),
            Or(BootstrapToken.Field(secret, "description")), Or(BootstrapToken.Field(secret, "auth-extra-groups")),
        ];
    }

    private static string Or(string text) => text.Length > 0 ? text : "<none>";
}
