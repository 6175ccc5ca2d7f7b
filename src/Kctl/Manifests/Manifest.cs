using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;

namespace Kctl.Manifests;

/// <summary>One object of a file.</summary>
/// <param name="Object">The object.</param>
/// <param name="File">The file as the user named it; <c>STDIN</c> for standard input.</param>
/// <param name="Document">Which document of the file, from 1.</param>
/// <param name="Line">The line it starts at.</param>
internal sealed record Manifest(JsonObject Object, string File, int Document, int Line)
{
    /// <summary>The text of the file; null for an object that comes from none.</summary>
    public string? Source { get; init; }

    /// <summary>Where in the document the object is: <c>items[2]</c> for one of a List, empty for the whole.</summary>
    public string Root { get; init; } = "";

    /// <summary>For messages: file, and where in it.</summary>
    public string Where => $"\"{File}\" (document {Document}, line {Line})";

    public string Kind => Object.Text("kind") is { Length: > 0 } kind ? kind : throw Error("Object 'Kind' is missing");

    public string ApiVersion => Object.Text("apiVersion") is { Length: > 0 } version ? version : throw Error("Object 'apiVersion' is missing");

    public CommandException Error(string what) => new($"{Where}: {what}");

    /// <summary>The name, which everything but create with generateName needs.</summary>
    public string NameOrError() => Object.Name() is { Length: > 0 } name ? name : throw Error($"the {Kind} has no metadata.name");

    /// <summary>The kind at the server; an unknown one is an error with the nearest name.</summary>
    public async Task<ResourceType> TypeAsync(Session session, CancellationToken ct)
    {
        var (version, kind) = (ApiVersion, Kind);
        if (await session.Names.FindKindAsync(version, kind, ct) is { } type)
        {
            return type;
        }

        var all = await session.Names.AllAsync(ct);
        var elsewhere = all.FirstOrDefault(t => t.Kind == kind);
        var near = elsewhere is not null ? $"; the server has it in \"{elsewhere.ApiVersion}\"" : Suggestion.Tail(kind, all.Select(t => t.Kind));
        throw Error($"no matches for kind \"{kind}\" in version \"{version}\"{near}");
    }

    /// <summary>The namespace the object goes to; puts it into the object where it names none.</summary>
    public string? PlaceIn(Session session, ResourceType type)
    {
        if (!type.Namespaced)
        {
            return null;
        }

        var own = Object.Namespace();
        if (own is { Length: > 0 } && session.ExplicitNamespace is { } named && own != named)
        {
            throw Error($"the namespace from the provided object \"{own}\" does not match the namespace \"{named}\". You must pass '--namespace={own}' to perform this operation.");
        }

        if (string.IsNullOrEmpty(own))
        {
            if (Object["metadata"] is not JsonObject metadata)
            {
                Object["metadata"] = metadata = [];
            }

            metadata["namespace"] = own = session.Namespace;
        }

        return own;
    }
}
