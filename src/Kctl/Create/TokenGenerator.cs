using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Printing;

namespace Kctl.Create;

/// <summary><c>kctl create token</c>: a token to act as a service account.</summary>
internal static class TokenGenerator
{
    public static Command Token(Session session)
    {
        var name = new Argument<string>("SERVICEACCOUNT") { Description = "the service account" };
        var audience = Flags.Many("--audience", "NAME", "for whom the token is; the API server if not given");
        var duration = Flags.Named("--duration", "DURATION", "how long it is valid; the server may cut it short");
        var boundKind = Flags.Named("--bound-object-kind", "Pod|Secret|Node", "the token ends with this object");
        var boundName = Flags.Named("--bound-object-name", "NAME", "the object's name");
        var boundUid = Flags.Named("--bound-object-uid", "UID", "the object's uid");
        var output = Flags.Output();
        return new Verb("token", "Asks for a token to act as a service account, and prints it.", "kctl create token default", "kctl create token default --duration=10m")
            .With(name, audience, duration, boundKind, boundName, boundUid, output).Does(async (parse, ct) =>
            {
                var spec = new JsonObject();
                if (parse.GetValue(audience) is { Length: > 0 } audiences)
                {
                    spec["audiences"] = new JsonArray([.. audiences.Select(a => (JsonNode)a)]);
                }

                if (parse.GetValue(duration) is { } text)
                {
                    spec["expirationSeconds"] = (long)Durations.Parse(text, "--duration").TotalSeconds;
                }

                if (parse.GetValue(boundKind) is { } kind)
                {
                    var bound = new JsonObject { ["apiVersion"] = "v1", ["kind"] = kind, ["name"] = parse.GetValue(boundName) ?? throw new CommandException("--bound-object-name is required with --bound-object-kind") };
                    if (parse.GetValue(boundUid) is { } uid)
                    {
                        bound["uid"] = uid;
                    }

                    spec["boundObjectRef"] = bound;
                }

                var request = new JsonObject { ["apiVersion"] = "authentication.k8s.io/v1", ["kind"] = "TokenRequest", ["spec"] = spec };
                var path = $"/api/v1/namespaces/{Uri.EscapeDataString(session.Namespace)}/serviceaccounts/{Uri.EscapeDataString(parse.GetValue(name)!)}/token";
                var answer = await session.Api.SendAsync(HttpMethod.Post, path, request, RestApi.Json, ct);
                var format = OutputFormat.Parse(parse.GetValue(output));
                if (format.IsTable)
                {
                    await session.Out.WriteLineAsync(answer.Text("status", "token"));
                }
                else
                {
                    new ObjectPrinter(session.Out, format).Print([answer], asList: false);
                }
            });
    }
}
