using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Explain;

/// <summary><c>kctl explain</c>: what a field is for.</summary>
internal static class ExplainVerb
{
    private const string FromV2 = "plaintext-openapiv2";

    public static Command Create(Session session)
    {
        var word = new Argument<string>("TYPE[.FIELD...]") { Description = "a kind, or a field of it: pods, deployment.spec.replicas" };
        var recursive = Flags.Switch("--recursive", "all fields below, without their descriptions", "-R");
        var version = Flags.Named("--api-version", "GROUP/VERSION", "the kind in this version");
        var output = Flags.Named("--output", "plaintext|plaintext-openapiv2", "which of the server's documents to read", "-o");
        return new Verb(
            "explain", "Says what the fields of a kind are for.",
            "kctl explain pods", "kctl explain deployment.spec.strategy", "kctl explain pod.spec --recursive", "kctl explain hpa --api-version=autoscaling/v1")
            .With(word, recursive, version, output).Does(async (parse, ct) =>
            {
                var format = parse.GetValue(output) ?? "plaintext";
                if (format is not ("plaintext" or FromV2))
                {
                    throw new CommandException($"unrecognized format: {format}; known are plaintext and {FromV2}");
                }

                var path = parse.GetValue(word)!.Trim('.').Split('.');
                var (type, fields) = await FindAsync(session, path, parse.GetValue(version), ct);
                var document = await session.Api.GetAsync(format == FromV2 ? "/openapi/v2" : $"/openapi/v3/{(type.Group.Length == 0 ? "api" : "apis")}/{type.ApiVersion}", ct);
                var schema = ApiSchema.OfKind(document, type.Group, type.Version, type.Kind)
                    ?? throw new CommandException($"the server describes no fields of {type.Plural} in {type.ApiVersion}");
                var text = new ExplainText(session.Out);
                var found = Walk(schema, fields);
                text.Heading(type, fields.Count > 0 ? fields[^1] : null, found);
                text.Body(found, parse.GetValue(recursive));
            });
    }

    /// <summary>The schema at the end of a path; a name that is not there is an error with the nearest. Pure.</summary>
    internal static ApiSchema Walk(ApiSchema schema, IReadOnlyList<string> fields)
    {
        foreach (var name in fields)
        {
            schema = schema.Field(name) ?? throw new CommandException($"field \"{name}\" does not exist{Suggestion.Tail(name, schema.Fields)}");
        }

        return schema;
    }

    /// <summary>The kind may have dots of its own: <c>deployments.apps.spec</c>. The longest name that is one counts.</summary>
    private static async Task<(ResourceType Type, IReadOnlyList<string> Fields)> FindAsync(Session session, string[] path, string? version, CancellationToken ct)
    {
        var all = await session.Names.AllAsync(ct);
        for (var length = path.Length; length > 1; length--)
        {
            if (ResourceNames.ByName(all, string.Join('.', path.Take(length))) is { } qualified)
            {
                return (In(qualified, version), path[length..]);
            }
        }

        return (In(await session.Names.FindAsync(path[0], ct), version), path[1..]);
    }

    private static ResourceType In(ResourceType type, string? version) => version?.Split('/') switch
    {
        null => type,
        [var only] => type with { Group = "", Version = only },
        [var group, var rest] => type with { Group = group, Version = rest },
        _ => throw new CommandException($"--api-version: \"{version}\" is not GROUP/VERSION"),
    };
}
