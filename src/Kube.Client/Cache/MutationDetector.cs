using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Kube.Api;

namespace Kube.Client;

/// <summary>
/// Finds code that changes objects of a cache: remembers a hash of each object that goes in and compares it when the object goes out.
/// On where the runtime switch <c>Kube.Client.DetectMutations</c> is true, as it is in test projects.
/// </summary>
internal sealed class MutationDetector<T>
    where T : class, IResource<T>
{
    private readonly ConditionalWeakTable<T, byte[]> _hashes = [];

    private MutationDetector()
    {
    }

    public static MutationDetector<T>? CreateIfEnabled() =>
        AppContext.TryGetSwitch("Kube.Client.DetectMutations", out var enabled) && enabled ? new MutationDetector<T>() : null;

    public void Remember(T value) => _hashes.AddOrUpdate(value, Hash(value));

    public void Verify(T value)
    {
        if (_hashes.TryGetValue(value, out var hash) && !hash.AsSpan().SequenceEqual(Hash(value)))
        {
            throw new InvalidOperationException(
                $"the cached {T.Info.Kind} {ObjectKey.Of(value)} was changed in place; clone an object before changing it");
        }
    }

    private static byte[] Hash(T value) => SHA256.HashData(ApiJson.Serialize(value));
}
