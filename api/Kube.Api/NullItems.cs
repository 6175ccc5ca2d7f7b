using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Kube.Api;

/// <summary>
/// A null inside a list or map means an empty item, as in Kubernetes: an object without fields, an empty string.
/// So nobody who reads typed objects has to expect null there; validation then says which fields the empty item lacks.
/// </summary>
internal static class NullItems
{
    /// <summary>Makes lists and maps of a type replace their nulls once they have been read.</summary>
    public static void Fill(JsonTypeInfo type)
    {
        if (type.ElementType is not { IsValueType: false } item)
        {
            return;
        }

        if (type.Kind == JsonTypeInfoKind.Enumerable && typeof(IList).IsAssignableFrom(type.Type) && !type.Type.IsArray)
        {
            type.OnDeserialized = list => Fill((IList)list, item, type.Options);
        }
        else if (type.Kind == JsonTypeInfoKind.Dictionary)
        {
            type.OnDeserialized = map => Fill((IDictionary)map, item, type.Options);
        }
    }

    private static void Fill(IList list, Type item, JsonSerializerOptions options)
    {
        for (var i = 0; i < list.Count; i++)
        {
            list[i] ??= Empty(item, options);
        }
    }

    private static void Fill(IDictionary map, Type item, JsonSerializerOptions options)
    {
        List<object>? keys = null;
        foreach (DictionaryEntry entry in map)
        {
            if (entry.Value is null)
            {
                (keys ??= []).Add(entry.Key);
            }
        }

        foreach (var key in keys ?? [])
        {
            map[key] = Empty(item, options);
        }
    }

    private static object? Empty(Type item, JsonSerializerOptions options) => item == typeof(string) ? ""
        : item == typeof(byte[]) ? Array.Empty<byte>()
        : options.GetTypeInfo(item).CreateObject?.Invoke();
}
