using Kube.Api;

namespace Kube.ApiServer.Registry;

/// <summary>An object as the store holds it.</summary>
/// <param name="Utf8">Its JSON, resourceVersion in place: what the client reads.</param>
/// <param name="Revision">The revision that wrote it; 0 when it was not written (dry run).</param>
/// <param name="Object">The same, typed; its resourceVersion is set.</param>
internal sealed record StoredObject(ReadOnlyMemory<byte> Utf8, long Revision, IKubeObject Object)
{
    /// <summary>True when the store has it in an older form: writing it back, even unchanged, is a change. Known only of what was read from the store itself.</summary>
    public bool IsOutdated { get; init; }
}
