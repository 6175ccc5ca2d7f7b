namespace Kube.Kubelet.Volumes;

/// <summary>Gives a volume to the pod's fsGroup: the group owns everything in it, may do what the owner may, and owns what is added.</summary>
internal static class GroupOwnership
{
    private const UnixFileMode GroupRead = UnixFileMode.GroupRead;

    public static void Apply(string path, long group)
    {
        ApplyTo(path, group);
        if (!Directory.Exists(path) || new DirectoryInfo(path).LinkTarget is not null)
        {
            return;
        }

        foreach (var entry in Directory.EnumerateFileSystemEntries(path))
        {
            Apply(entry, group);
        }
    }

    private static void ApplyTo(string path, long group)
    {
        _ = NativeMethods.ChangeOwner(path, -1, (int)group);
        if (File.ResolveLinkTarget(path, returnFinalTarget: false) is not null)
        {
            return;
        }

        var mode = File.GetUnixFileMode(path);
        var wanted = mode | GroupRead | (mode.HasFlag(UnixFileMode.UserWrite) ? UnixFileMode.GroupWrite : 0);
        wanted |= Directory.Exists(path) ? UnixFileMode.SetGroup | UnixFileMode.GroupExecute : mode.HasFlag(UnixFileMode.UserExecute) ? UnixFileMode.GroupExecute : 0;
        File.SetUnixFileMode(path, wanted);
    }
}
