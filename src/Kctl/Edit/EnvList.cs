using System.Text;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;

namespace Kctl.Edit;

/// <summary>Shows the environment of containers as <c>NAME=VALUE</c> lines a shell can read.</summary>
/// <param name="resolve">Whether references are read from the server.</param>
internal sealed class EnvList(Session session, bool resolve)
{
    public async Task ShowAsync(Found found, string pattern, CancellationToken ct)
    {
        if (PodSpecs.Of(found.Object) is not { } spec)
        {
            return;
        }

        foreach (var container in PodSpecs.Containers(spec, pattern))
        {
            await session.Out.WriteLineAsync($"# {found.Type.Kind} {found.Object.Name()}, container {container.Text("name")}");
            foreach (var entry in container.Objects("env"))
            {
                await session.Out.WriteLineAsync(await LineAsync(entry, found.Object, ct));
            }
        }
    }

    /// <summary>A line for a variable. A reference is a comment unless it is resolved.</summary>
    private async Task<string> LineAsync(JsonObject entry, JsonObject owner, CancellationToken ct)
    {
        var name = entry.Text("name");
        if (entry.At("valueFrom") is not { } from)
        {
            return $"{name}={entry.Text("value")}";
        }

        if (!resolve)
        {
            return $"# {name} from {Describe(from)}";
        }

        return await ValueAsync(from, owner, ct) is { } value ? $"{name}={value}" : $"# error retrieving reference for {name}: {Describe(from)}";
    }

    /// <summary>A reference in words. Pure.</summary>
    internal static string Describe(JsonNode from) =>
        from.At("configMapKeyRef") is { } map ? $"configmap {map.Text("name")}, key {map.Text("key")}"
        : from.At("secretKeyRef") is { } secret ? $"secret {secret.Text("name")}, key {secret.Text("key")}"
        : from.At("fieldRef") is { } field ? $"field path {field.Text("fieldPath")}"
        : from.At("resourceFieldRef") is { } resource ? $"resource field {(resource.Text("containerName") is { } container ? container + ", " : "")}{resource.Text("resource")}"
        : "unknown source";

    private async Task<string?> ValueAsync(JsonNode from, JsonObject owner, CancellationToken ct)
    {
        if (from.At("fieldRef") is { } field)
        {
            return owner.At((field.Text("fieldPath") ?? "").Split('.')).Text();
        }

        var (kind, reference) = from.At("configMapKeyRef") is { } map ? ("configmaps", map) : ("secrets", from.At("secretKeyRef"));
        if (reference is null)
        {
            return null;
        }

        var type = await session.Names.FindAsync(kind, ct);
        var source = await session.Api.FindAsync(type.ObjectPath(owner.Namespace() ?? session.Namespace, reference.Text("name") ?? ""), ct);
        var value = source.Text("data", reference.Text("key") ?? "");
        return value is not null && kind == "secrets" ? Encoding.UTF8.GetString(Convert.FromBase64String(value)) : value;
    }
}
