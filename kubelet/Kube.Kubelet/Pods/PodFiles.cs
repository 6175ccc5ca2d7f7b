using System.Text;
using System.Text.Json;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Kubelet.Runtime;
using Kube.Kubelet.Volumes;

namespace Kube.Kubelet.Pods;

/// <summary>On disk: a kubelet that comes back while the API server is away keeps the pods last known running.</summary>
internal sealed class PodFiles(PodDirectory directory) : IPodFiles
{
    private const string FileName = "pod.json";
    private const int MaxLastWords = 4096;

    public void Save(Pod pod)
    {
        var path = directory.File(pod.Uid(), FileName);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path + ".new", ApiJson.Serialize(pod));
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>All that can be read; a file cut off by a crash is passed over.</summary>
    public IReadOnlyList<Pod> Load()
    {
        var result = new List<Pod>();
        foreach (var path in directory.Uids().Select(uid => directory.File(uid, FileName)).Where(File.Exists))
        {
            try
            {
                result.Add(ApiJson.Deserialize<Pod>(File.ReadAllBytes(path)));
            }
            catch (JsonException)
            {
                // Never seen whole by anyone; the API server has the pod.
            }
        }

        return result;
    }

    public IReadOnlyList<string> Uids() => directory.Uids();

    public ContainerMount MakeTerminationLog(ContainerIdentity container)
    {
        var path = TerminationLog(container);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, []);
        File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32("666", 8));
        return new ContainerMount(path, container.TerminationMessagePath);
    }

    public async Task<string?> ReadTerminationLogAsync(ContainerIdentity container, CancellationToken ct)
    {
        var path = TerminationLog(container);
        if (!File.Exists(path))
        {
            return null;
        }

        using var file = File.OpenRead(path);
        var buffer = new byte[MaxLastWords];
        var read = await file.ReadAtLeastAsync(buffer, MaxLastWords, throwOnEndOfStream: false, ct);
        return read > 0 ? Encoding.UTF8.GetString(buffer, 0, read) : null;
    }

    private string TerminationLog(ContainerIdentity container) => directory.TerminationLog(container.PodUid, container.ContainerName, container.Attempt);
}
