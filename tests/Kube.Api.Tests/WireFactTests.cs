using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kube.Api.Tests;

/// <summary>The types agree with the wire facts: every field is there, and lists merge by the keys Kubernetes merges them by.</summary>
public class WireFactTests
{
    [Fact]
    public void Types_AgainstTheFacts_HaveEveryFieldAndMergeKey()
    {
        ApiFacts.SkipWhenAbsent();
        var problems = ApiFacts.Fields().Where(f => f[2] != "(inline)").Select(Problem).Where(p => p is not null).ToList();

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Fact]
    public void MergeKeys_AreFieldsOfTheItem()
    {
        var problems = new List<string>();
        foreach (var property in typeof(ApiJson).Assembly.GetExportedTypes().SelectMany(t => t.GetProperties()))
        {
            if (!property.PropertyType.IsGenericType || property.PropertyType.GetGenericTypeDefinition() != typeof(List<>))
            {
                continue;
            }

            var item = property.PropertyType.GetGenericArguments()[0];
            var keys = (property.GetCustomAttribute<ListMapAttribute>()?.Keys ?? []).Append(property.GetCustomAttribute<PatchMergeAttribute>()?.Key);
            problems.AddRange(keys.Where(k => k is not null && Property(item, k) is null).Select(k => $"{property.DeclaringType!.Name}.{property.Name}: {item.Name} has no {k}"));
        }

        Assert.Empty(problems);
    }

    private static string? Problem(string[] row)
    {
        var (type, name, facts) = (ApiFacts.TypeOf(row[0], row[1]), row[2], row.Length > 4 ? row[4].Split(' ') : []);
        if (type is null || typeof(System.Collections.IDictionary).IsAssignableFrom(type))
        {
            return null;
        }

        if (Property(type, name) is not { } property)
        {
            return $"{type.Name} has no {name}";
        }

        var key = facts.FirstOrDefault(f => f.StartsWith("patchMergeKey=", StringComparison.Ordinal))?["patchMergeKey=".Length..];
        var merges = facts.Any(f => f.StartsWith("patchStrategy=", StringComparison.Ordinal) && f.Contains("merge", StringComparison.Ordinal));
        var attribute = property.GetCustomAttribute<PatchMergeAttribute>();
        if (merges != attribute is not null || key != attribute?.Key)
        {
            return $"{type.Name}.{name}: merge {merges} by {key}, declared {attribute is not null} by {attribute?.Key}";
        }

        if (facts.Contains("patchStrategy=replace") != property.IsDefined(typeof(PatchReplaceAttribute)))
        {
            return $"{type.Name}.{name}: replaced by a patch: declared {property.IsDefined(typeof(PatchReplaceAttribute))}";
        }

        var maps = facts.Where(f => f.StartsWith("listMapKey=", StringComparison.Ordinal)).SelectMany(f => f["listMapKey=".Length..].Split(',')).ToList();
        var declared = property.GetCustomAttribute<ListMapAttribute>()?.Keys ?? [];
        return maps.SequenceEqual(declared) ? null : $"{type.Name}.{name}: map keys {string.Join(',', maps)}, declared {string.Join(',', declared)}";
    }

    private static PropertyInfo? Property(Type type, string jsonName) =>
        type.GetProperties().FirstOrDefault(p => (p.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(p.Name)) == jsonName);
}
