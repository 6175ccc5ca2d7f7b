using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Simulation;

/// <summary>Every image there could be, made up when it is asked for. It does not run as root, so that no policy is offended.</summary>
internal sealed class SimulatedImages
{
    private const long Size = 10 << 20;
    private readonly ConcurrentDictionary<string, ImageInfo> _images = [];

    public ImageInfo Find(string name) => _images.GetOrAdd(
        name, n => new ImageInfo($"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(n)))}", [n], Size, "65534", null));
}
