using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Manifests;

namespace Kctl.Edit;

/// <summary>An object and its kind.</summary>
internal sealed record Found(ResourceType Type, JsonObject Object)
{
    /// <summary>The path of the object, or of one of its subresources.</summary>
    public string Path(string? subresource = null) => Type.ObjectPath(Type.Namespaced ? Object.Namespace() : null, Object.Name(), subresource);
}

/// <summary>The ways to say which objects a changing verb works on: words, selectors, <c>--all</c>, files.</summary>
/// <param name="doing">The verb, for messages: <c>label</c>.</param>
/// <param name="allNamespaces">Whether there is <c>-A</c>.</param>
/// <param name="local">Whether there is <c>--local</c>.</param>
internal sealed class ObjectFlags(string doing, bool allNamespaces = false, bool local = false)
{
    private readonly Option<string?> _selector = Flags.Selector();
    private readonly Option<string?> _fields = Flags.FieldSelector();
    private readonly Option<bool> _all = Flags.Switch("--all", "every object of the kind, in the namespace");
    private readonly Option<bool> _allNamespaces = Flags.AllNamespaces();
    private readonly Option<bool> _local = Flags.Switch("--local", "change what the files hold and print it, without asking the server");

    public ManifestFlags Manifests { get; } = new();

    public Symbol[] All => [.. Manifests.All, _selector, _fields, _all, .. allNamespaces ? [_allNamespaces] : Array.Empty<Symbol>(), .. local ? [_local] : Array.Empty<Symbol>()];

    /// <summary>Whether the server is to be left alone.</summary>
    public bool IsLocal(ParseResult parse) => local && parse.GetValue(_local);

    /// <summary>The objects as the server has them now; with <c>--local</c> as the files have them.</summary>
    public async Task<IReadOnlyList<Found>> FindAsync(Session session, ParseResult parse, IReadOnlyList<string> words, CancellationToken ct)
    {
        if (Manifests.AreGiven(parse))
        {
            return await FromFilesAsync(session, parse, ct);
        }

        if (IsLocal(parse))
        {
            throw new CommandException("--local works on files: give them with -f");
        }

        var (labels, fields) = (parse.GetValue(_selector), parse.GetValue(_fields));
        var found = new List<Found>();
        foreach (var target in await Target.ParseAsync(words, session, doing, ct))
        {
            if (target.Name is null && !parse.GetValue(_all) && labels is null && fields is null)
            {
                throw new CommandException("resource(s) were provided, but no name was specified; --all takes all of them");
            }

            var ns = parse.GetValue(_allNamespaces) ? null : target.NamespaceIn(session);
            found.AddRange((await target.ReadAsync(session, ns, labels, fields, ct)).Select(o => new Found(target.Type, o)));
        }

        return found;
    }

    private async Task<IReadOnlyList<Found>> FromFilesAsync(Session session, ParseResult parse, CancellationToken ct)
    {
        var found = new List<Found>();
        foreach (var manifest in Manifests.Read(session, parse, doing))
        {
            if (IsLocal(parse))
            {
                found.Add(new Found(Unasked(manifest), manifest.Object));
                continue;
            }

            var type = await manifest.TypeAsync(session, ct);
            var ns = manifest.PlaceIn(session, type);
            found.Add(new Found(type, await session.Api.GetAsync(type.ObjectPath(ns, manifest.NameOrError()), ct)));
        }

        return found;
    }

    /// <summary>The kind as far as the object itself tells it.</summary>
    private static ResourceType Unasked(Manifest manifest)
    {
        var parts = manifest.ApiVersion.Split('/');
        return new ResourceType(parts.Length == 2 ? parts[0] : "", parts[^1], manifest.Kind.ToLowerInvariant() + "s", manifest.Kind.ToLowerInvariant(), manifest.Kind, Namespaced: true);
    }
}
