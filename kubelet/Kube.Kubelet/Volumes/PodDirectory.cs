namespace Kube.Kubelet.Volumes;

/// <summary>
/// Where the kubelet keeps what belongs to a pod: <c>pods/UID/{pod.json, volumes/NAME, etc-hosts, resolv.conf, hostname, containers/NAME/}</c>.
/// </summary>
internal sealed class PodDirectory
{
    private readonly string _pods;

    public PodDirectory(string rootDirectory)
    {
        Root = Path.GetFullPath(rootDirectory);
        _pods = Path.Combine(Root, "pods");
        Directory.CreateDirectory(_pods);
        System.IO.File.SetUnixFileMode(_pods, (UnixFileMode)Convert.ToInt32("750", 8));
    }

    public string Root { get; }

    public string Of(string uid) => Path.Combine(_pods, uid);

    public string Volumes(string uid) => Path.Combine(_pods, uid, "volumes");

    public string File(string uid, string name) => Path.Combine(_pods, uid, name);

    public string TerminationLog(string uid, string container, int attempt) => Path.Combine(_pods, uid, "containers", container, $"{attempt}.log");

    /// <summary>The pods that have left something here.</summary>
    public IReadOnlyList<string> Uids() => [.. Directory.EnumerateDirectories(_pods).Select(d => Path.GetFileName(d)!)];

    public void Remove(string uid)
    {
        if (Directory.Exists(Of(uid)))
        {
            Directory.Delete(Of(uid), recursive: true);
        }
    }
}
