using Kube.Testing;

namespace Kube.Api.Tests;

/// <summary>The wire facts beside the repository, as test data. Where they are absent there is one row, and the test that gets it is skipped.</summary>
internal static class ApiFacts
{
    private const string Absent = "(absent)";

    /// <summary>Golden files of the kinds that have a C# type.</summary>
    public static TheoryData<string> GoldenFiles()
    {
        var data = new TheoryData<string>();
        if (Repository.ApiFacts is null)
        {
            data.Add(Absent);
            return data;
        }

        foreach (var file in Directory.GetFiles(Path.Combine(Repository.ApiFacts, "golden"), "*.json").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (TypeOf(name) is not null)
            {
                data.Add(name);
            }
        }

        return data;
    }

    public static byte[] Golden(string name) => File.ReadAllBytes(Path.Combine(Root, "golden", name + ".json"));

    /// <summary>The lines of fields.tsv, split: group/version, type, JSON field, field type, facts.</summary>
    public static IEnumerable<string[]> Fields() => File.ReadLines(Path.Combine(Root, "fields.tsv")).Skip(1).Select(l => l.Split('\t'));

    public static void SkipWhenAbsent() => Assert.SkipWhen(Repository.ApiFacts is null, "shared/api-facts is not beside the repository");

    /// <summary>The C# type of <c>group.version.Kind</c>; the meta kinds are filed under the core group.</summary>
    public static Type? TypeOf(string name)
    {
        var parts = name.Split('.');
        var (group, version, kind) = (parts[0], parts[^2], parts[^1]);
        return Find(group, version, kind) ?? (group == "core" ? Find("Meta", version, kind) : null);
    }

    /// <summary>The C# type of a row of fields.tsv.</summary>
    public static Type? TypeOf(string groupVersion, string type) => groupVersion.Split('/') is [var group, var version] ? Find(group.Split('.')[0], version, type) : null;

    private static string Root => Repository.ApiFacts ?? throw new InvalidOperationException("shared/api-facts is not beside the repository");

    private static Type? Find(string group, string version, string kind) => typeof(ApiJson).Assembly.GetTypes().FirstOrDefault(t =>
        t.Name == kind && string.Equals(t.Namespace, $"Kube.Api.{group}.{version}", StringComparison.OrdinalIgnoreCase) && !t.IsAbstract);
}
