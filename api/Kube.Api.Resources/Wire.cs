using System.Text.Json;

namespace Kube.Api.Resources;

/// <summary>Comparison of values as they would be written: the order of a map's keys does not matter, an empty list is an absent one.</summary>
internal static class Wire
{
    public static bool Same<T>(T? left, T? right) where T : class
    {
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        if (left is null || right is null)
        {
            return false;
        }

        var (leftBytes, rightBytes) = (ApiJson.Serialize(left), ApiJson.Serialize(right));
        if (leftBytes.AsSpan().SequenceEqual(rightBytes))
        {
            return true;
        }

        using var leftDocument = JsonDocument.Parse(leftBytes);
        using var rightDocument = JsonDocument.Parse(rightBytes);
        return Same(leftDocument.RootElement, rightDocument.RootElement);
    }

    private static bool Same(JsonElement left, JsonElement right)
    {
        if (left.ValueKind != right.ValueKind)
        {
            return false;
        }

        return left.ValueKind switch
        {
            JsonValueKind.Object => CoveredBy(left, right) && CoveredBy(right, left),
            JsonValueKind.Array => left.GetArrayLength() == right.GetArrayLength() && left.EnumerateArray().Zip(right.EnumerateArray()).All(p => Same(p.First, p.Second)),
            _ => JsonElement.DeepEquals(left, right),
        };
    }

    private static bool CoveredBy(JsonElement left, JsonElement right) =>
        left.EnumerateObject().All(p => right.TryGetProperty(p.Name, out var other) ? Same(p.Value, other) : IsEmptyList(p.Value));

    private static bool IsEmptyList(JsonElement value) => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0;
}
