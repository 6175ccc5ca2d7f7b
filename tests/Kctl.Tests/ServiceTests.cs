using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Services;
using Kube.Machinery.Yaml;

namespace Kctl.Tests;

public sealed class ServiceTests
{
    [Theory]
    [InlineData("8080:80", "8080:80/TCP")]
    [InlineData("53:53/udp", "53:53/UDP")]
    [InlineData("80", ":80/TCP")]
    [InlineData("8000-8001:80-81", "8000:80/TCP 8001:81/TCP")]
    [InlineData("127.0.0.1:8080:80", "8080:80/TCP")]
    [InlineData("[::1]:8080:80", "8080:80/TCP")]
    [InlineData("published=8080,target=80,protocol=udp,mode=host", "8080:80/UDP host")]
    [InlineData("target=80", ":80/TCP")]
    public void Parse_Port_IsUnderstood(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', PortSyntax.Parse(text, out _).Select(p => $"{p.Published}:{p.Target}/{p.Protocol}{(p.OnHost ? " host" : "")}")));

    [Theory]
    [InlineData("x:80")]
    [InlineData("0:80")]
    [InlineData("80:70000")]
    [InlineData("80:80/icmp")]
    [InlineData("80-82:80-81")]
    [InlineData("82-80")]
    [InlineData("a:80:80")]
    [InlineData("published=80")]
    [InlineData("published=80,target=80,colour=blue")]
    [InlineData("target=80,mode=mesh")]
    public void Parse_NoPort_IsAnError(string text) => Assert.Throws<CommandException>(() => PortSyntax.Parse(text, out _));

    [Theory]
    [InlineData("64m", "64Mi")]
    [InlineData("512MB", "512Mi")]
    [InlineData("1g", "1Gi")]
    [InlineData("1.5G", "1610612736")]
    [InlineData("1000", "1000")]
    [InlineData("100b", "100")]
    [InlineData("10KiB", "10Ki")]
    [InlineData("many", null)]
    public void Memory_DockersAmount_IsAQuantity(string text, string? expected) => Assert.Equal(expected, DockerUnits.Memory(text));

    [Theory]
    [InlineData("0.5", "500m")]
    [InlineData("2", "2")]
    [InlineData("0.0005", "1m")]
    [InlineData("-1", null)]
    public void Cpus_Number_IsAQuantity(string text, string? expected) => Assert.Equal(expected, DockerUnits.Cpus(text));

    [Theory]
    [InlineData("1m30s", 90_000)]
    [InlineData("500ms", 500)]
    [InlineData("1.5h", 5_400_000)]
    [InlineData("0", 0)]
    [InlineData("10", null)]
    [InlineData("10s x", null)]
    public void Duration_Text_IsATime(string text, int? milliseconds) => Assert.Equal(milliseconds, (int?)DockerUnits.Duration(text)?.TotalMilliseconds);

    [Theory]
    [InlineData("sh -c 'echo \"x\" $y'", "sh|-c|echo \"x\" $y")]
    [InlineData("a \"b c\" d\\ e \"\" f\"g\"h", "a|b c|d e||fgh")]
    [InlineData("a 'b", null)]
    public void Split_Line_GivesWords(string line, string? expected) => Assert.Equal(expected, ShellWords.Split(line) is { } words ? string.Join('|', words) : null);

    [Theory]
    [InlineData("echo $HOME", "echo $HOME")]
    [InlineData("$(date)", "$$(date)")]
    [InlineData("$$", "$$$$")]
    [InlineData("$$(x)", "$$$$(x)")]
    public void Literal_Dollars_StayThemselves(string text, string expected) => Assert.Equal(expected, PodSpecs.Literal(text));

    [Theory]
    [InlineData("node.labels.zone==east", "zone In east")]
    [InlineData("node.hostname != node-2", "kubernetes.io/hostname NotIn node-2")]
    [InlineData("node.role==manager", "node-role.kubernetes.io/control-plane Exists ")]
    [InlineData("node.role!=manager", "node-role.kubernetes.io/control-plane DoesNotExist ")]
    [InlineData("node.platform.arch==x86_64", "kubernetes.io/arch In amd64")]
    [InlineData("engine.labels.os==x", null)]
    [InlineData("zone=east", null)]
    public void With_Constraint_IsARule(string text, string? expected) =>
        Assert.Equal(expected, new PlacementRules().With(text) is { Rules: [var rule] } ? $"{rule.Label} {rule.Operator} {rule.Value}" : null);

    [Theory]
    [InlineData("type=bind,source=/srv,target=/data,readonly", "Bind /srv /data True")]
    [InlineData("source=data,target=/data", "Volume data /data False")]
    [InlineData("target=/data", "Scratch  /data False")]
    [InlineData("type=tmpfs,dst=/tmp,tmpfs-size=1m", "Memory  /tmp False")]
    public void Mount_Text_IsAMount(string text, string expected)
    {
        var mount = MountSyntax.Mount(text);
        Assert.Equal(expected, $"{mount.Kind} {mount.Source} {mount.Target} {mount.ReadOnly}");
    }

    [Fact]
    public void Of_PublishedServiceOnANetwork_IsServicePoliciesAndDeployment()
    {
        var objects = ServiceObjects.Of(new ServiceDefinition
        {
            Name = "web",
            Image = "img:1",
            Replicas = 3,
            Selector = new() { ["app"] = "web" },
            Ports = [new PublishedPort(8080, 80), new PublishedPort(53, 53, "UDP")],
            Networks = ["frontend"],
        });
        Assert.Equal(["Service/web", "NetworkPolicy/network-frontend", "NetworkPolicy/web-published", "Deployment/web"], objects.Select(o => $"{o.Text("kind")}/{o.Name()}"));
        Assert.Equal("8080:80/tcp,53:53/udp", objects[0].Text("metadata", "annotations", ServiceObjects.PublishAnnotation));
        Assert.Equal("*:8080->80/tcp, *:53->53/udp", PublishedText.Column(objects[0]));
        Assert.Equal("member", objects[3].Text("spec", "template", "metadata", "labels", "network.kube.local/frontend"));
        Assert.Equal(3, objects[3].Number("spec", "replicas"));
    }

    [Fact]
    public void Of_NoPorts_IsANameWithoutAddress() => Assert.Equal("None", ServiceObjects.Service(new ServiceDefinition { Name = "w" }).Text("spec", "clusterIP"));

    [Fact]
    public void Of_ServiceThatEnds_IsPods() => Assert.Equal(
        ["Service/job", "Pod/job-1", "Pod/job-2"], ServiceObjects.Of(new ServiceDefinition { Name = "job", Image = "i", Replicas = 2, Restart = RestartRule.OnFailure }).Select(o => $"{o.Text("kind")}/{o.Name()}"));

    [Theory]
    [InlineData(1, false, "{\"maxSurge\":0,\"maxUnavailable\":1}")]
    [InlineData(2, true, "{\"maxSurge\":2,\"maxUnavailable\":0}")]
    [InlineData(0, true, "{\"maxSurge\":\"100%\",\"maxUnavailable\":0}")]
    public void AddTo_UpdateRule_IsAStrategy(int parallelism, bool startFirst, string expected)
    {
        var spec = new JsonObject();
        Rolling.AddTo(spec, new UpdateRule { Parallelism = parallelism, StartFirst = startFirst }, holdsHostPorts: false);
        Assert.Equal(expected, spec["strategy"]!["rollingUpdate"]!.ToJsonString());
    }

    [Theory]
    [InlineData("", "8080", "81:81/TCP")]
    [InlineData("9090:90", "8080:80", "81:81/TCP 9090:90/TCP")]
    [InlineData("8080:90", "", "81:81/TCP 8080:90/TCP")]
    [InlineData("", "80 81", "")]
    public void Ports_Update_AddsAndRemoves(string add, string remove, string expected)
    {
        PublishedPort[] now = [new(8080, 80), new(81, 81)];
        var ports = ServiceUpdate.Ports(now, [.. add.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(a => PortSyntax.Parse(a, out _))], remove.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(expected, string.Join(' ', ports.Select(p => $"{p.Published}:{p.Target}/{p.Protocol}")));
    }

    [Fact]
    public void Ports_RemovingWhatIsNotThere_SaysWhatIs() =>
        Assert.Equal("--publish-rm 9: no such port is published; there are: 8080:80", Assert.Throws<CommandException>(() => ServiceUpdate.Ports([new(8080, 80)], [], ["9"])).Message);

    [Theory]
    [InlineData(0.5, "Less than a second")]
    [InlineData(45, "45 seconds")]
    [InlineData(90, "About a minute")]
    [InlineData(600, "10 minutes")]
    [InlineData(4000, "About an hour")]
    [InlineData(10_800, "3 hours")]
    [InlineData(400_000, "4 days")]
    public void Duration_Age_IsAsDockerSaysIt(double seconds, string expected) => Assert.Equal(expected, DockerText.Duration(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData("--replicas=3 -p 8080:80 --network frontend my-web-server", "my-web-server", "my-web-server")]
    [InlineData("--name web registry:5000/team/img:2", "web", "registry:5000/team/img:2")]
    [InlineData("--image kube.local/echo:1 web", "web", "kube.local/echo:1")]
    [InlineData("--image kube.local/echo:1 --name web", "web", "kube.local/echo:1")]
    public async Task Create_DryRun_ReadsDockersGrammar(string line, string name, string image)
    {
        var terminal = new TestTerminal();
        Assert.Equal(0, await terminal.RunAsync(["service", "create", "--dry-run", .. line.Split(' ')]));
        var deployment = YamlJson.ReadAll(terminal.Out).Select(d => d.Node).First(d => d.Text("kind") == "Deployment");
        Assert.Equal((name, image), (deployment.Name(), deployment.At("spec", "template", "spec").Objects("containers")[0].Text("image")));
    }

    [Theory]
    [InlineData("--mode global img", "--mode global needs DaemonSets")]
    [InlineData("-p 127.0.0.1:80:80 img", "leave 127.0.0.1 out")]
    [InlineData("--name My_Web img", "as in \"my-web\"")]
    [InlineData("--user root img", "by number only")]
    [InlineData("", "name the image to run")]
    [InlineData("--network host img", "mode=host")]
    public async Task Create_WhatCannotBe_IsSaidInWords(string line, string expected)
    {
        var terminal = new TestTerminal();
        Assert.Equal(1, await terminal.RunAsync(["service", "create", "--dry-run", .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)]));
        Assert.Contains(expected, terminal.Error, StringComparison.Ordinal);
    }
}
