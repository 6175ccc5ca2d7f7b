using System.Text.Json;

namespace Kube.Api.Tests;

/// <summary>Every kind reads a fully populated object of itself and writes it back with nothing lost, added or changed.</summary>
public class GoldenTests
{
    [Theory]
    [MemberData(nameof(Files))]
    public void Golden_ReadAndWritten_IsTheSame(string name)
    {
        ApiFacts.SkipWhenAbsent();
        var bytes = ApiFacts.Golden(name);

        var written = ApiJson.Serialize(ApiJson.Deserialize(bytes, ApiFacts.TypeOf(name)!));

        using var expected = JsonDocument.Parse(bytes);
        using var actual = JsonDocument.Parse(written);
        Assert.Equal("", Difference(expected.RootElement, actual.RootElement, ""));
    }

    public static TheoryData<string> Files() => ApiFacts.GoldenFiles();

    private static string Difference(JsonElement expected, JsonElement actual, string path)
    {
        if (expected.ValueKind == JsonValueKind.Object && actual.ValueKind == JsonValueKind.Object)
        {
            var lost = expected.EnumerateObject().Where(p => !actual.TryGetProperty(p.Name, out _)).Select(p => $"{path}.{p.Name} lost; ");
            var added = actual.EnumerateObject().Where(p => !expected.TryGetProperty(p.Name, out _)).Select(p => $"{path}.{p.Name} added; ");
            var changed = expected.EnumerateObject().Where(p => actual.TryGetProperty(p.Name, out _)).Select(p => Difference(p.Value, actual.GetProperty(p.Name), $"{path}.{p.Name}"));
            return string.Concat(lost.Concat(added).Concat(changed));
        }

        if (expected.ValueKind == JsonValueKind.Array && actual.ValueKind == JsonValueKind.Array && expected.GetArrayLength() == actual.GetArrayLength())
        {
            return string.Concat(expected.EnumerateArray().Zip(actual.EnumerateArray()).Select((p, i) => Difference(p.First, p.Second, $"{path}[{i}]")));
        }

        return JsonElement.DeepEquals(expected, actual) ? "" : $"{path}: {expected.GetRawText()} became {actual.GetRawText()}; ";
    }
}
