using System.Text.Json;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Kubelet.Volumes;

namespace Kube.Kubelet.Pods;

/// <summary>The pods last known, on disk: a kubelet that comes back while the API server is away keeps them running.</summary>
internal sealed class PodStore(PodDirectory directory)
{
    private const string FileName = "pod.json";

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
}
