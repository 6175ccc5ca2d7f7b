using Kube.Api;

namespace Kube.Controllers.Runtime;

/// <summary>Comparison of API values as they are written: what the server would store the same way is the same.</summary>
internal static class Wire
{
    /// <summary>Whether both would be written the same way.</summary>
    public static bool Same<T>(T? a, T? b)
        where T : class => ReferenceEquals(a, b) || (a is not null && b is not null && ApiJson.Serialize(a).AsSpan().SequenceEqual(ApiJson.Serialize(b)));
}
