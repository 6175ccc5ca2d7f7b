using System.Text;
using Kube.Api.Core.V1;

namespace Kube.Kubelet.Pods;

/// <summary>A fingerprint of what of a container may change in a living pod and then needs a new container: its image.</summary>
internal static class SpecHash
{
    public static string Of(Container container) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes($"{container.Name}\n{container.Image}")).AsSpan(0, 8));
}
