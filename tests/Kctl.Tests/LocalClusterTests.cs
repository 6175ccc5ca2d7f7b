using Kctl.App;
using Kctl.Local;

namespace Kctl.Tests;

/// <summary>The cluster on this machine, as its folder tells of it.</summary>
public sealed class LocalClusterTests
{
    [Theory]
    [InlineData("nodes=2\nsimulate=\nport=6443\n", "etcd kube-apiserver kube-controller-manager kube-scheduler kube-proxy kubelet-node-1 kubelet-node-2")]
    [InlineData("nodes=1\nsimulate=100\n", "etcd kube-apiserver kube-controller-manager kube-scheduler kubelet-sim")]
    public void Expected_OfSettings_NamesTheProcesses(string settings, string expected) =>
        Assert.Equal(expected, string.Join(' ', LocalCluster.Expected(LocalCluster.Settings(settings))));

    [Fact]
    public void Parse_PidFile_GivesNumberAndStart()
    {
        Assert.Equal((12, 345L), LocalProcess.Parse("12 345\n"));
        Assert.Null(LocalProcess.Parse(""));
    }

    [Fact]
    public void Read_PidFileOfAnotherProcess_DoesNotRun()
    {
        using var folder = new Folder();
        File.WriteAllText(Path.Combine(folder.Path, "etcd.pid"), $"{Environment.ProcessId} 1\n");
        Assert.False(LocalProcess.Read("etcd", Path.Combine(folder.Path, "etcd.pid")).Runs);
        Assert.False(LocalProcess.Read("none", Path.Combine(folder.Path, "none.pid")).Runs);
    }

    [Fact]
    public void MemoryIn_Status_IsWhatIsResident() => Assert.Equal(2048 * 1024, LocalProcess.MemoryIn("Name:\tetcd\nVmPeak:\t  9999 kB\nVmRSS:\t    2048 kB\n"));

    [Fact]
    public void UptimeOf_Start_IsTheDifference() => Assert.Equal(TimeSpan.FromSeconds(90), LocalProcess.UptimeOf(1000, "100.00 1.00\n"));

    [Fact]
    public async Task Status_NoCluster_SaysWhatToType()
    {
        using var folder = new Folder();
        var terminal = new TestTerminal();
        Assert.Equal(1, await terminal.RunAsync("status", "--data", folder.Path));
        Assert.Equal($"error: there is no cluster in {folder.Path}; start one: kctl up --data {folder.Path} (or look at another: kctl status --data DIR)\n", terminal.Error);
    }

    [Fact]
    public async Task Status_Stopped_SaysHowToStart()
    {
        using var folder = new Folder();
        File.WriteAllText(Path.Combine(folder.Path, "cluster.conf"), "nodes=1\nport=6443\netcd_port=2379\ncontext=c\n");
        var terminal = new TestTerminal();
        Assert.Equal(1, await terminal.RunAsync("status", "--data", folder.Path));
        Assert.Equal($"error: the cluster in {folder.Path} is stopped; start it again: kctl up --data {folder.Path}\n", terminal.Error);
    }

    [Theory]
    [InlineData("web", true)]
    [InlineData("localhost:5000/web:latest", true)]
    [InlineData("localhost:5000/web", true)]
    [InlineData("web:1", false)]
    [InlineData("web@sha256:00", false)]
    public void IsAlwaysPulled_Image_IsSoWithoutTag(string image, bool expected) => Assert.Equal(expected, ImageVerb.IsAlwaysPulled(image));

    [Theory]
    [InlineData("load", "web:1")]
    [InlineData("ls")]
    public async Task Image_WithoutDocker_SaysSo(params string[] words)
    {
        var terminal = new TestTerminal();
        Assert.Equal(1, await terminal.RunAsync(["image", .. words]));
        Assert.StartsWith("error: docker is not on this machine's PATH", terminal.Error, StringComparison.Ordinal);
    }

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("kctl-local-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
