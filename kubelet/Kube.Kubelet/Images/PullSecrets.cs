using System.Text;
using System.Text.Json;
using Kube.Api.Core.V1;
using Kube.Kubelet.Config;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Images;

/// <summary>Finds the credentials for an image's registry in a pod's pull secrets (<c>kubernetes.io/dockerconfigjson</c>).</summary>
internal static class PullSecrets
{
    private const string DockerHub = "https://index.docker.io/v1/";

    public static async Task<RegistryCredentials?> FindAsync(Pod pod, string image, IConfigSource config, CancellationToken ct)
    {
        foreach (var reference in pod.Spec?.ImagePullSecrets ?? [])
        {
            var secret = await config.SecretAsync(pod.Metadata!.Namespace!, reference.Name ?? "", ct);
            if (secret?.Data?.TryGetValue(".dockerconfigjson", out var json) == true && Find(json, image) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The entry for the image's registry; null when there is none or the file is not one.</summary>
    public static RegistryCredentials? Find(byte[] dockerConfig, string image)
    {
        var first = image.Split('/')[0];
        var registry = image.Contains('/', StringComparison.Ordinal) && (first.Contains('.', StringComparison.Ordinal) || first.Contains(':', StringComparison.Ordinal) || first == "localhost") ? first : "docker.io";
        try
        {
            using var document = JsonDocument.Parse(dockerConfig);
            foreach (var entry in document.RootElement.GetProperty("auths").EnumerateObject())
            {
                if (Host(entry.Name) == registry || (registry == "docker.io" && entry.Name == DockerHub))
                {
                    return Read(entry);
                }
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // A secret that cannot be read gives no credentials; the pull's own failure tells the user.
        }

        return null;
    }

    private static RegistryCredentials Read(JsonProperty entry)
    {
        if (entry.Value.TryGetProperty("auth", out var auth) && auth.GetString() is { Length: > 0 } encoded)
        {
            var parts = Encoding.UTF8.GetString(Convert.FromBase64String(encoded)).Split(':', 2);
            return new RegistryCredentials(entry.Name, parts[0], parts.Length > 1 ? parts[1] : "");
        }

        return new RegistryCredentials(entry.Name, entry.Value.GetProperty("username").GetString() ?? "", entry.Value.GetProperty("password").GetString() ?? "");
    }

    private static string Host(string server) => server.Replace("https://", "", StringComparison.Ordinal).Replace("http://", "", StringComparison.Ordinal).Split('/')[0];
}
