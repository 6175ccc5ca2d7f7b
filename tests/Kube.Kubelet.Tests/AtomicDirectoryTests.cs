using System.Text;
using Kube.Kubelet.Volumes;

namespace Kube.Kubelet.Tests;

public sealed class AtomicDirectoryTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("kubelet-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Write_Changed_SwapsAllAtOnceAndForgetsTheOld()
    {
        Assert.True(AtomicDirectory.Write(_root, [File("a", "1"), File("sub/b", "2")]));
        var first = new DirectoryInfo(Path.Combine(_root, "..data")).LinkTarget;
        Assert.Equal(("1", "2"), (Read("a"), Read("sub/b")));

        Assert.True(AtomicDirectory.Write(_root, [File("a", "3"), File("c", "4")]));
        Assert.Equal(("3", "4"), (Read("a"), Read("c")));
        Assert.False(Path.Exists(Path.Combine(_root, "sub")));
        Assert.False(Path.Exists(Path.Combine(_root, first!)));
    }

    [Fact]
    public void Write_Same_DoesNothing()
    {
        AtomicDirectory.Write(_root, [File("a", "1")]);
        Assert.False(AtomicDirectory.Write(_root, [File("a", "1")]));
    }

    [Fact]
    public void Write_PathLeavesTheVolume_IsRefused() => Assert.Throws<VolumeException>(() => AtomicDirectory.Write(_root, [File("../x", "1")]));

    [Fact]
    public void Write_Mode_IsKept()
    {
        AtomicDirectory.Write(_root, [new VolumeFile("a", [1], 0x100)]);
        Assert.Equal(UnixFileMode.UserRead, new FileInfo(Path.Combine(_root, "..data", "a")).UnixFileMode);
    }

    private static VolumeFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text), 0x1A4);

    private string Read(string path) => System.IO.File.ReadAllText(Path.Combine(_root, path));
}
