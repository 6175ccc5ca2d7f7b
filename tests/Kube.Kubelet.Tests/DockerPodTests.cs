using System.Diagnostics;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Kubelet.Pods;
using Kube.Kubelet.Runtime;
using Kube.Testing;

namespace Kube.Kubelet.Tests;

/// <summary>Pods on the real engine.</summary>
public sealed class DockerPodTests(ITestOutputHelper output)
{
    private const string Forever = "trap 'exit 0' TERM; while true; do sleep 1 & wait $!; done";

    [Fact]
    public async Task Pod_Started_HasItsNameAddressAndFiles()
    {
        await using var node = await DockerNode.StartAsync();
        var pod = NewPod("web", $"hostname; cat /etc/hosts /etc/resolv.conf /etc/hostname; echo up; {Forever}");
        node.Add(pod);
        var status = await node.WaitRunningAsync(pod);
        var log = await WaitForLogAsync(node, pod, "up");
        Assert.StartsWith("web\n", log, StringComparison.Ordinal);
        Assert.Contains($"{status.PodIP}\tweb", log, StringComparison.Ordinal);
        Assert.Contains("nameserver 10.96.0.10", log, StringComparison.Ordinal);
        Assert.True(status.ContainerStatuses![0].Ready);
        Assert.StartsWith("docker://sha256:", status.ContainerStatuses[0].ImageID, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exit 0", "Succeeded", 0, "Completed")]
    [InlineData("echo last words > /dev/termination-log; exit 3", "Failed", 3, "Error")]
    public async Task Pod_Ends_SaysHow(string script, string phase, int exitCode, string reason)
    {
        await using var node = await DockerNode.StartAsync();
        var pod = NewPod("job", script, s => s.RestartPolicy = "Never");
        node.Add(pod);
        var ended = (await node.WaitAsync(pod, s => s.Phase == phase)).ContainerStatuses![0].State!.Terminated!;
        Assert.Equal((exitCode, reason), (ended.ExitCode, ended.Reason));
        Assert.Equal(exitCode == 0 ? null : "last words\n", ended.Message);
    }

    [Fact]
    public async Task Pod_CommandMissing_IsAStartError()
    {
        await using var node = await DockerNode.StartAsync();
        var pod = NewPod("bad", "", s => s.Containers![0].Command = ["/nope"]);
        node.Add(pod);
        var status = await node.WaitAsync(pod, s => s.ContainerStatuses![0].State!.Waiting?.Reason == "CrashLoopBackOff");
        Assert.Equal((128, "StartError"), (status.ContainerStatuses![0].LastState!.Terminated!.ExitCode, status.ContainerStatuses[0].LastState!.Terminated!.Reason));
    }

    [Fact]
    public async Task Pod_OutOfMemory_IsSaid()
    {
        await using var node = await DockerNode.StartAsync();
        var pod = NewPod("oom", "a=xxxxxxxxxxxxxxxx; while true; do a=$a$a; done", s =>
        {
            s.RestartPolicy = "Never";
            s.Containers![0].Resources = new ResourceRequirements { Limits = new() { ["memory"] = Quantity.Parse("16Mi") } };
        });
        node.Add(pod);
        Assert.Equal("OOMKilled", (await node.WaitAsync(pod, s => s.Phase == "Failed")).ContainerStatuses![0].State!.Terminated!.Reason);
    }

    [Fact]
    public async Task Pod_ContainerKilled_RestartsWithPreviousLogs()
    {
        await using var node = await DockerNode.StartAsync();
        var pod = NewPod("web", $"touch /e/count; echo started as $(cat /e/count; echo x >> /e/count); {Forever}", WithEmptyDir);
        node.Add(pod);
        await node.WaitRunningAsync(pod);
        await WaitForLogAsync(node, pod, "started");
        var address = (await node.WaitRunningAsync(pod)).PodIP;
        await node.Services.Runtime.SignalAsync(node.Newest(pod, "main").Id, "SIGKILL", CancellationToken.None);
        var status = await node.WaitAsync(pod, s => s.ContainerStatuses![0] is { RestartCount: 1, State.Running: not null });
        Assert.Equal(137, status.ContainerStatuses![0].LastState!.Terminated!.ExitCode);
        Assert.Equal(address, status.PodIP);
        Assert.Contains("started as x", await WaitForLogAsync(node, pod, "started"), StringComparison.Ordinal);
        Assert.Equal("started as\n", await node.LogsAsync(pod, attempt: 0));
    }

    [Fact]
    public async Task Pod_SandboxKilled_ComesBackWithItsAddress()
    {
        await using var node = await DockerNode.StartAsync();
        var pod = NewPod("web", "httpd -f -p 8080 -h /", s => s.Containers![0].ReadinessProbe = new Probe
        {
            HttpGet = new HTTPGetAction { Path = "/bin/busybox", Port = 8080 },
            PeriodSeconds = 1,
            FailureThreshold = 1,
        });
        node.Add(pod);
        var before = await node.WaitAsync(pod, s => s.ContainerStatuses![0].Ready == true);
        await node.Services.Runtime.SignalAsync(node.Newest(pod, "POD").Id, "SIGKILL", CancellationToken.None);
        var after = await node.WaitAsync(pod, s => s.ContainerStatuses![0] is { Ready: true, RestartCount: 1 }, 60);
        Assert.Equal(before.PodIP, after.PodIP);
    }

    [Fact]
    public async Task Kubelet_Restarted_AdoptsWithoutTouching()
    {
        await using var node = await DockerNode.StartAsync();
        var pod = NewPod("web", Forever);
        node.Add(pod);
        var before = await node.WaitRunningAsync(pod);
        await node.RestartKubeletAsync();
        var again = pod.Clone();
        again.Status = before;
        node.Add(again);
        var after = await node.WaitRunningAsync(pod);
        Assert.Equal(before.ContainerStatuses![0].ContainerID, after.ContainerStatuses![0].ContainerID);
        Assert.Equal((0, before.PodIP, before.StartTime), (after.ContainerStatuses[0].RestartCount, after.PodIP, after.StartTime));
    }

    [Fact]
    public async Task Kubelet_RestartedAlone_KeepsItsPodsAlive()
    {
        await using var node = await DockerNode.StartAsync();
        var pod = NewPod("web", Forever);
        node.Add(pod);
        await node.WaitRunningAsync(pod);
        await node.RestartKubeletAsync();
        node.Workers.Restore();
        await node.Services.Runtime.SignalAsync(node.Newest(pod, "main").Id, "SIGKILL", CancellationToken.None);
        await node.WaitAsync(pod, s => s.ContainerStatuses![0] is { RestartCount: 1, State.Running: not null });
    }

    [Fact]
    public async Task Kubelet_PodUnknown_RemovesItsContainers()
    {
        await using var node = await DockerNode.StartAsync();
        var pod = NewPod("web", Forever);
        node.Add(pod);
        await node.WaitRunningAsync(pod);
        await node.RestartKubeletAsync();
        await node.Workers.RemoveOrphansAsync([], CancellationToken.None);
        Assert.Empty(await node.Services.Runtime.ListAsync(CancellationToken.None));
        Assert.Empty(node.Services.Files.Uids());
    }

    [Fact]
    public async Task Pod_Deleted_EndsGracefullyAndLeavesNothing()
    {
        await using var node = await DockerNode.StartAsync();
        var pod = NewPod("web", $"trap 'echo bye; exit 7' TERM; echo up; while true; do sleep 1 & wait $!; done", s =>
            s.Containers![0].Lifecycle = new Lifecycle { PreStop = new LifecycleHandler { Exec = new ExecAction { Command = ["sh", "-c", "echo stopping > /dev/termination-log"] } } });
        node.Add(pod);
        await node.WaitRunningAsync(pod);
        await WaitForLogAsync(node, pod, "up");
        node.Delete(pod, 30);
        var status = await node.WaitAsync(pod, s => s.ContainerStatuses![0].State!.Terminated is not null);
        Assert.Equal((7, "stopping\n"), (status.ContainerStatuses![0].State!.Terminated!.ExitCode, status.ContainerStatuses[0].State!.Terminated!.Message));
        await node.WaitFinishedAsync(pod);
        Assert.Empty(await node.Services.Runtime.ListAsync(CancellationToken.None));
        Assert.Empty(node.Services.Files.Uids());
    }

    [Fact]
    public async Task Pod_GraceShortened_IsKilledAtOnce()
    {
        await using var node = await DockerNode.StartAsync();
        var pod = NewPod("stubborn", "trap '' TERM; echo up; while true; do sleep 1; done");
        node.Add(pod);
        await node.WaitRunningAsync(pod);
        await WaitForLogAsync(node, pod, "up");
        node.Delete(pod, 300);
        await Eventually.HoldsAsync(TimeSpan.FromSeconds(10), () => Task.FromResult(node.Events.Any(e => e.StartsWith("Killing", StringComparison.Ordinal)) ? null : "not stopping"));
        node.Delete(pod, 1);
        await node.WaitFinishedAsync(pod);
    }

    [Fact]
    public async Task Volumes_AllKinds_AreSeenAndUpdated()
    {
        await using var node = await DockerNode.StartAsync();
        node.ConfigMaps["cm"] = new ConfigMap { Data = new() { ["k"] = "one" } };
        var pod = NewPod("vol", $"touch /m/x && cat /c/k /sub /d/labels /e/init; echo up; {Forever}", s =>
        {
            WithEmptyDir(s);
            s.Volumes!.AddRange(
            [
                new Volume { Name = "m", EmptyDir = new EmptyDirVolumeSource { Medium = "Memory" } },
                new Volume { Name = "c", ConfigMap = new ConfigMapVolumeSource { Name = "cm" } },
                new Volume { Name = "d", DownwardAPI = new DownwardAPIVolumeSource { Items = [new DownwardAPIVolumeFile { Path = "labels", FieldRef = new ObjectFieldSelector { FieldPath = "metadata.labels" } }] } },
            ]);
            s.Containers![0].VolumeMounts!.AddRange(
            [
                new VolumeMount { Name = "m", MountPath = "/m" }, new VolumeMount { Name = "c", MountPath = "/c" },
                new VolumeMount { Name = "d", MountPath = "/d" }, new VolumeMount { Name = "c", MountPath = "/sub", SubPath = "k" },
            ]);
            s.InitContainers = [new Container { Name = "init", Image = DockerNode.Image, Command = ["sh", "-c", "echo ' from init' > /e/init"], VolumeMounts = [new VolumeMount { Name = "e", MountPath = "/e" }] }];
        });
        pod.Metadata!.Labels = new() { ["app"] = "x" };
        node.Add(pod);
        await node.WaitRunningAsync(pod);
        Assert.StartsWith("oneoneapp=\"x\" from init\nup", await WaitForLogAsync(node, pod, "up"), StringComparison.Ordinal);

        node.ConfigMaps["cm"] = new ConfigMap { Data = new() { ["k"] = "two" } };
        node.Workers.OnConfig(new Kube.Client.ObjectKey("default", "cm"), secret: false);
        var id = node.Newest(pod, "main").Id;
        await Eventually.HoldsAsync(TimeSpan.FromSeconds(10), async () =>
            (await node.Services.Runtime.ExecAsync(id, ["cat", "/c/k"], CancellationToken.None)).Output is "two" ? null : "still old");
        node.Delete(pod, 5);
        await node.WaitFinishedAsync(pod);
    }

    [Fact]
    public async Task Environment_AllKinds_IsSet()
    {
        await using var node = await DockerNode.StartAsync();
        node.ConfigMaps["cm"] = new ConfigMap { Data = new() { ["k"] = "v" } };
        var pod = NewPod("env", "echo $A $B $C $P_k $IP; echo up", s =>
        {
            s.RestartPolicy = "Never";
            s.Containers![0].EnvFrom = [new EnvFromSource { Prefix = "P_", ConfigMapRef = new ConfigMapEnvSource { Name = "cm" } }];
            s.Containers[0].Env =
            [
                new EnvVar { Name = "A", Value = "1" }, new EnvVar { Name = "B", Value = "$(A)2" },
                new EnvVar { Name = "C", ValueFrom = new EnvVarSource { ConfigMapKeyRef = new ConfigMapKeySelector { Name = "cm", Key = "k" } } },
                new EnvVar { Name = "IP", ValueFrom = new EnvVarSource { FieldRef = new ObjectFieldSelector { FieldPath = "status.podIP" } } },
            ];
        });
        node.Add(pod);
        var status = await node.WaitAsync(pod, s => s.Phase == "Succeeded");
        Assert.Equal($"1 12 v v {status.PodIP}\nup\n", await node.LogsAsync(pod));
    }

    [Fact]
    public async Task Config_Missing_WaitsUntilItComes()
    {
        await using var node = await DockerNode.StartAsync();
        var pod = NewPod("late", Forever, s => s.Containers![0].EnvFrom = [new EnvFromSource { ConfigMapRef = new ConfigMapEnvSource { Name = "cm" } }]);
        node.Add(pod);
        var status = await node.WaitAsync(pod, s => s.ContainerStatuses![0].State!.Waiting?.Reason == "CreateContainerConfigError");
        Assert.Equal("configmap \"cm\" not found", status.ContainerStatuses![0].State!.Waiting!.Message);
        node.ConfigMaps["cm"] = new ConfigMap();
        node.Workers.OnConfig(new Kube.Client.ObjectKey("default", "cm"), secret: false);
        await node.WaitRunningAsync(pod);
    }

    [Fact]
    public async Task Image_NotThere_IsSaidAndHeldBack()
    {
        await using var node = await DockerNode.StartAsync();
        var pod = NewPod("noimage", Forever, s => s.Containers![0].Image = "localhost:1/none:1");
        node.Add(pod);
        await node.WaitAsync(pod, s => s.ContainerStatuses![0].State!.Waiting?.Reason == "ErrImagePull");
        var status = await node.WaitAsync(pod, s => s.ContainerStatuses![0].State!.Waiting?.Reason == "ImagePullBackOff");
        Assert.StartsWith("Back-off pulling image \"localhost:1/none:1\"", status.ContainerStatuses![0].State!.Waiting!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Liveness_Fails_RestartsTheContainer()
    {
        await using var node = await DockerNode.StartAsync();
        var pod = NewPod("sick", Forever, s => s.Containers![0].LivenessProbe = new Probe { Exec = new ExecAction { Command = ["false"] }, PeriodSeconds = 1, FailureThreshold = 1 });
        node.Add(pod);
        await node.WaitAsync(pod, s => s.ContainerStatuses![0].RestartCount >= 1);
        Assert.Contains(node.Events, e => e.StartsWith("Unhealthy: Liveness probe failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Logs_TailAndFollow_AreExact()
    {
        await using var node = await DockerNode.StartAsync();
        var pod = NewPod("log", "seq 1 5; sleep 1; echo end >&2", s => s.RestartPolicy = "Never");
        node.Add(pod);
        await node.WaitAsync(pod, s => s.ContainerStatuses![0].State!.Waiting is null);
        Assert.EndsWith("end\n", await node.LogsAsync(pod, query: new LogQuery { Follow = true }), StringComparison.Ordinal);
        Assert.Equal("5\nend\n", await node.LogsAsync(pod, query: new LogQuery { TailLines = 2 }));
        Assert.Equal("1\n2\n", await node.LogsAsync(pod, query: new LogQuery { LimitBytes = 4 }));
        Assert.Equal("end\n", await node.LogsAsync(pod, query: new LogQuery { Stream = "Stderr" }));
        Assert.Matches("^20..-..-..T.*Z end\n$", await node.LogsAsync(pod, query: new LogQuery { TailLines = 1, Timestamps = true }));
    }

    [Fact]
    public async Task Pod_ThatDoesNotFit_IsRejected()
    {
        await using var node = await DockerNode.StartAsync();
        var pod = NewPod("big", Forever, s => s.Containers![0].Resources = new ResourceRequirements { Requests = new() { ["cpu"] = Quantity.Parse("5000") } });
        node.Add(pod);
        Assert.Equal("OutOfcpu", (await node.WaitAsync(pod, s => s.Phase == "Failed")).Reason);
    }

    [Fact]
    public async Task Pod_Start_CostsLittleMoreThanTheEnginesOwn()
    {
        await using var node = await DockerNode.StartAsync();
        var pods = new List<double>();
        var plain = new List<double>();
        for (var i = 0; i < 3; i++)
        {
            var clock = Stopwatch.StartNew();
            var pod = NewPod($"p{i}", Forever);
            node.Add(pod);
            await node.WaitRunningAsync(pod);
            pods.Add(clock.Elapsed.TotalMilliseconds);
            clock.Restart();
            var id = (await Command.RunAsync("docker", ["run", "-d", DockerNode.Image, "sh", "-c", Forever], null, CancellationToken.None)).Trim();
            plain.Add(clock.Elapsed.TotalMilliseconds);
            await Command.RunAsync("docker", ["rm", "-f", id], null, CancellationToken.None);
        }

        output.WriteLine($"pod start: {pods.Min():0} ms; docker run -d: {plain.Min():0} ms");
        Assert.True(pods.Min() < plain.Min() * 5, $"pod {pods.Min():0} ms, docker run {plain.Min():0} ms");
    }

    private static void WithEmptyDir(PodSpec spec)
    {
        spec.Volumes = [new Volume { Name = "e", EmptyDir = new EmptyDirVolumeSource() }];
        spec.Containers![0].VolumeMounts = [new VolumeMount { Name = "e", MountPath = "/e" }];
    }

    private static Pod NewPod(string name, string script, Action<PodSpec>? change = null)
    {
        var pod = new PodBuilder(name).Uid(Guid.NewGuid().ToString()).Image(DockerNode.Image).Build();
        pod.Status = null;
        pod.Metadata!.CreationTimestamp = DateTime.UnixEpoch;
        pod.Spec!.Containers![0].Command = ["sh", "-c", script];
        pod.Spec.TerminationGracePeriodSeconds = 2;
        change?.Invoke(pod.Spec);
        return pod;
    }

    private static async Task<string> WaitForLogAsync(DockerNode node, Pod pod, string text)
    {
        var log = "";
        await Eventually.HoldsAsync(TimeSpan.FromSeconds(20), async () => (log = await node.LogsAsync(pod)).Contains(text, StringComparison.Ordinal) ? null : log);
        return log;
    }
}
