using System.Text.Json;

namespace Kube.Machinery.Schema;

/// <summary>Turns what the serializer throws into one line a person can act on.</summary>
public static class DecodeError
{
    /// <summary>For example <c>spec.replicas: expected integer, found string (line 7, column 15)</c>.</summary>
    public static string Describe(JsonException error, TypeSchema schema) => throw new NotSupportedException();
}
