using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Api.Meta.V1;
using Kube.Machinery.Json;

namespace Kube.Machinery.Apply;

/// <summary>One field somebody else owns with another value.</summary>
/// <param name="Manager">The owner.</param>
/// <param name="Path">The field: <c>.spec.replicas</c>.</param>
public sealed record ApplyConflict(FieldManager Manager, string Path);

/// <summary>The outcome of an apply.</summary>
/// <param name="Object">The merged object with its new <c>managedFields</c>; null when there are conflicts.</param>
/// <param name="Conflicts">Fields that others own with other values, in path order; empty when the apply went through.</param>
public sealed record ApplyResult(JsonObject? Object, IReadOnlyList<ApplyConflict> Conflicts);

/// <summary>
/// Server-side apply, as pure functions over JSON: a manager says which fields it wants with which values, gets them unless somebody else owns
/// them with other values, and gives up what it no longer says. Other writers are tracked once an object has owners
/// (an object gets its first ones by its first apply; all it held before belongs to <c>before-first-apply</c>, but what had been applied client-side,
/// which the object remembers, belongs to <c>kubectl-client-side-apply</c>, or goes over to kubectl and kctl at once when it is they who apply).
/// </summary>
public static class ServerSideApply
{
    private const string LastAppliedAnnotation = "kubectl.kubernetes.io/last-applied-configuration";
    private static readonly string[] s_clients = ["kubectl", "kctl"];
    private static readonly FieldSet s_lastApplied = FieldSet.Path("f:metadata", "f:annotations", "f:" + LastAppliedAnnotation);

    // What identifies an object or is the server's own is owned by nobody.
    private static readonly FieldSet s_serverOwned = new[]
    {
        FieldSet.Path("f:apiVersion"),
        FieldSet.Path("f:kind"),
    }.Concat(new[] { "name", "namespace", "uid", "resourceVersion", "generation", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "generateName", "selfLink", "managedFields" }
        .Select(name => FieldSet.Path("f:metadata", "f:" + name))).Aggregate(FieldSet.Empty, (all, one) => all.Union(one));

    /// <summary>The apply schema of a built-in kind.</summary>
    public static ApplySchema SchemaFor(Type type) => TypedApplySchema.For(type);

    /// <summary>Why a configuration cannot be applied, with the place: list items that share their keys or lack one. Null when it can.</summary>
    public static string? Fault(JsonObject applied, ApplySchema schema) => FieldSets.Fault(applied, schema);

    /// <summary>Whether entries of <c>managedFields</c> that a client sent can be read; those that cannot count as not sent.</summary>
    public static bool AreReadable(IEnumerable<ManagedFieldsEntry> entries) => entries.All(entry =>
        entry is { Operation: "Apply" or "Update", FieldsType: "FieldsV1" } && (entry.FieldsV1 is not { } fields || ManagedFields.IsReadable(fields)));

    /// <summary>Applies a configuration.</summary>
    /// <param name="live">The object as it is; null when it does not exist.</param>
    /// <param name="applied">What the manager wants.</param>
    /// <param name="manager">Who applies; the operation must be <c>Apply</c>.</param>
    /// <param name="force">Take fields from their owners instead of reporting conflicts.</param>
    /// <param name="schema">The kind's schema.</param>
    /// <param name="reset">Fields that are not to be written this way and are owned by nobody: the status, or all but the status.</param>
    /// <param name="now">The time of new entries.</param>
    public static ApplyResult Apply(JsonObject? live, JsonObject applied, FieldManager manager, bool force, ApplySchema schema, FieldSet reset, DateTime now)
    {
        var hidden = s_serverOwned.Union(reset);
        var owners = ManagedFields.Of(live);
        if (live is not null && owners.IsEmpty)
        {
            Introduce(owners, live, manager, schema, hidden, now);
        }

        owners.Unite(manager);
        var wanted = FieldSets.Of(applied, schema).ExceptTrees(hidden);
        var given = owners[manager].Except(wanted).Except(s_lastApplied);
        var others = owners.Owners.Where(o => o.Key != manager).Aggregate(FieldSet.Empty, (all, one) => all.Union(one.Value));
        var merged = (JsonObject)ObjectMerge.Merge(live ?? [], applied, schema)!;
        merged = ObjectMerge.Remove(merged, Removable(given, others), schema) as JsonObject ?? [];

        var difference = FieldSets.Compare(live, merged, schema);
        var conflicts = owners.Owners
            .Where(o => o.Key != manager)
            .SelectMany(o => o.Value.Intersect(difference.Written).ExceptTrees(hidden).Paths().Select(path => new ApplyConflict(o.Key, path)))
            .ToList();
        if (conflicts.Count > 0 && !force)
        {
            return new ApplyResult(null, conflicts);
        }

        owners.TakeFromOthers(manager, difference.Written.Union(difference.Removed), now);
        owners.Set(manager, wanted, now);
        owners.WriteTo(merged);
        return new ApplyResult(merged, []);
    }

    /// <summary>Records an update, patch or create that is no apply, in an object that has owners; others are left as they are.</summary>
    /// <param name="live">The object before; null for a create.</param>
    /// <param name="updated">The object after; its <c>managedFields</c> are rewritten.</param>
    /// <param name="manager">Who wrote; the operation must be <c>Update</c>.</param>
    /// <param name="schema">The kind's schema.</param>
    /// <param name="reset">Fields that this way of writing does not change.</param>
    /// <param name="now">The time of new entries.</param>
    public static void Track(JsonObject? live, JsonObject updated, FieldManager manager, ApplySchema schema, FieldSet reset, DateTime now)
    {
        var owners = ManagedFields.Of(updated);
        if (owners.IsEmpty)
        {
            return;
        }

        var difference = FieldSets.Compare(live, updated, schema);
        var written = difference.Written.ExceptTrees(s_serverOwned.Union(reset));
        owners.TakeFromOthers(manager, written.Union(difference.Removed), now);
        owners.Set(manager, owners[manager].Union(written).Except(difference.Removed), now);
        owners.Cap();
        owners.WriteTo(updated);
    }

    // The first owners of an object. A client that goes over from client-side apply looks for the owner of the annotation, and takes over what that one owns.
    private static void Introduce(ManagedFields owners, JsonObject live, FieldManager manager, ApplySchema schema, FieldSet hidden, DateTime now)
    {
        var all = FieldSets.Of(live, schema).ExceptTrees(s_serverOwned);
        var said = LastApplied(live, schema).ExceptTrees(hidden);
        var goesOver = s_clients.Contains(manager.Name);
        var clientSide = s_lastApplied.Intersect(all).Union(goesOver ? FieldSet.Empty : said);
        if (goesOver)
        {
            owners.Set(manager, said, now);
        }

        owners.Set(manager with { Name = "kubectl-client-side-apply", Operation = "Update", Subresource = "" }, clientSide, now);
        owners.Set(manager with { Name = "before-first-apply", Operation = "Update", Subresource = "" }, all.Except(said).Except(clientSide), now);
    }

    private static FieldSet LastApplied(JsonObject live, ApplySchema schema)
    {
        if (live["metadata"]?["annotations"]?[LastAppliedAnnotation] is not JsonValue value || !value.TryGetValue<string>(out var text))
        {
            return FieldSet.Empty;
        }

        try
        {
            return JsonTree.Parse(Encoding.UTF8.GetBytes(text)) is JsonObject said ? FieldSets.Of(said, schema) : FieldSet.Empty;
        }
        catch (JsonException)
        {
            return FieldSet.Empty;
        }
    }

    // What a manager gives up goes from the object, unless somebody else owns it or something below it.
    private static FieldSet Removable(FieldSet given, FieldSet others)
    {
        if (given.IsMember && others.IsEmpty)
        {
            return FieldSet.Leaf;
        }

        return FieldSet.Of(false, given.Children.Select(c => KeyValuePair.Create(c.Key, Removable(c.Value, others.Below(c.Key)))));
    }
}
