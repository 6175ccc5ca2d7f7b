using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kube.Machinery.Apply;

/// <summary>Who wrote: one owner of fields.</summary>
/// <param name="Name">Field manager, such as <c>kubectl</c>.</param>
/// <param name="Operation"><c>Apply</c> or <c>Update</c>.</param>
/// <param name="ApiVersion">Version the fields are spelled in.</param>
/// <param name="Subresource">Empty, or the subresource written through.</param>
public sealed record FieldManager(string Name, string Operation, string ApiVersion, string Subresource = "");

/// <summary>The owners of an object's fields, as read off and written to <c>metadata.managedFields</c>.</summary>
internal sealed class ManagedFields
{
    private readonly Dictionary<FieldManager, (FieldSet Fields, string? Time)> _owners = [];

    public IEnumerable<KeyValuePair<FieldManager, FieldSet>> Owners => _owners.Select(o => KeyValuePair.Create(o.Key, o.Value.Fields));

    public bool IsEmpty => _owners.Count == 0;

    /// <summary>Update entries beyond this many are put together, the oldest first, so that an object many write to does not grow without end.</summary>
    private const int MaximumUpdaters = 10;

    private const string Ancient = "ancient-changes";

    /// <summary>Reads an object's entries; those that make no sense count as not there, as in Kubernetes.</summary>
    public static ManagedFields Of(JsonObject? obj)
    {
        var result = new ManagedFields();
        foreach (var entry in (obj?["metadata"]?["managedFields"] as JsonArray)?.OfType<JsonObject>() ?? [])
        {
            if (entry["fieldsV1"] is JsonObject fields && Text(entry, "operation") is { } operation)
            {
                try
                {
                    var set = FieldSet.FromJson(JsonSerializer.SerializeToElement(fields));
                    var manager = new FieldManager(Text(entry, "manager") ?? "", operation, Text(entry, "apiVersion") ?? "", Text(entry, "subresource") ?? "");
                    result._owners[manager] = (set, Text(entry, "time"));
                }
                catch (JsonException)
                {
                    return new ManagedFields();
                }
            }
        }

        return result;
    }

    /// <summary>Whether a text of FieldsV1 is one.</summary>
    public static bool IsReadable(JsonElement fields)
    {
        try
        {
            FieldSet.FromJson(fields);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public FieldSet this[FieldManager manager] => _owners.TryGetValue(manager, out var owner) ? owner.Fields : FieldSet.Empty;

    /// <summary>Sets what a manager owns; its time changes only when that does. A manager of nothing is forgotten.</summary>
    public void Set(FieldManager manager, FieldSet fields, DateTime now)
    {
        if (fields.IsEmpty)
        {
            _owners.Remove(manager);
        }
        else if (!_owners.TryGetValue(manager, out var owner) || !owner.Fields.SameAs(fields))
        {
            _owners[manager] = (fields, now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Makes one entry of all that an applier has under other versions: who applies is the same whichever version is spoken.</summary>
    public void Unite(FieldManager manager)
    {
        foreach (var other in _owners.Keys.Where(o => o != manager && (o with { ApiVersion = manager.ApiVersion }) == manager).ToList())
        {
            _owners[manager] = (this[manager].Union(_owners[other].Fields), _owners[other].Time);
            _owners.Remove(other);
        }
    }

    /// <summary>Puts the oldest updaters together while there are too many.</summary>
    public void Cap()
    {
        while (_owners.Where(o => o.Key.Operation == "Update" && o.Key.Name != Ancient).OrderBy(o => o.Value.Time, StringComparer.Ordinal).ThenBy(o => o.Key.Name, StringComparer.Ordinal).ToList() is { Count: > MaximumUpdaters } updaters)
        {
            var (oldest, owner) = updaters[0];
            var ancient = new FieldManager(Ancient, "Update", oldest.ApiVersion);
            _owners[ancient] = (this[ancient].Union(owner.Fields), owner.Time);
            _owners.Remove(oldest);
        }
    }

    /// <summary>Takes fields from every manager but one.</summary>
    public void TakeFromOthers(FieldManager manager, FieldSet fields, DateTime now)
    {
        foreach (var (other, owned) in Owners.Where(o => o.Key != manager).ToList())
        {
            Set(other, owned.Except(fields), now);
        }
    }

    /// <summary>Writes the entries into an object: appliers first, then by time and name.</summary>
    public void WriteTo(JsonObject obj)
    {
        var metadata = obj["metadata"] as JsonObject ?? [];
        obj["metadata"] = metadata;
        metadata.Remove("managedFields");
        if (IsEmpty)
        {
            return;
        }

        metadata["managedFields"] = new JsonArray([.. _owners
            .OrderBy(o => o.Key.Operation == "Apply" ? 0 : 1)
            .ThenBy(o => o.Value.Time, StringComparer.Ordinal)
            .ThenBy(o => o.Key.Name, StringComparer.Ordinal)
            .Select(o => Entry(o.Key, o.Value.Fields, o.Value.Time))]);
    }

    private static JsonObject Entry(FieldManager manager, FieldSet fields, string? time)
    {
        var entry = new JsonObject { ["manager"] = manager.Name, ["operation"] = manager.Operation, ["apiVersion"] = manager.ApiVersion };
        if (time is not null)
        {
            entry["time"] = time;
        }

        entry["fieldsType"] = "FieldsV1";
        entry["fieldsV1"] = fields.ToJson();
        if (manager.Subresource.Length > 0)
        {
            entry["subresource"] = manager.Subresource;
        }

        return entry;
    }

    private static string? Text(JsonObject entry, string field) => entry[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
