using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Compose;
using Kctl.Services;
using Kube.Machinery.Yaml;
using Kube.Testing;

namespace Kctl.Tests;

public sealed class ComposeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("compose-").FullName;
    private readonly Dictionary<string, string> _environment = [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("$A ${A}", "1 1")]
    [InlineData("$$A $${A}", "$A ${A}")]
    [InlineData("${B:-x} ${B-x} ${E:-x} ${E-x} ${A:-x}", "x x x  1")]
    [InlineData("${A:+y} ${B:+y} ${E:+y} ${E+y}", "y   y")]
    [InlineData("${B:-${A}}${B:-$${x}}", "1${x}")]
    [InlineData("${A:?no}", "1")]
    [InlineData("$B.", ".")]
    public void Text_Variables_AreReplaced(string text, string expected) =>
        Assert.Equal(expected, new Interpolation(name => name switch { "A" => "1", "E" => "", _ => null }, new Findings()).Text(text));

    [Theory]
    [InlineData("${B:?say B}", "required variable B is missing a value: say B")]
    [InlineData("${B?}", "required variable B is missing a value")]
    [InlineData("${B", "invalid interpolation in \"${B\": after the name comes one of } :- - :? ? :+ +")]
    [InlineData("${B:-x", "invalid interpolation in \"${B:-x\": a brace is not closed")]
    [InlineData("100$", "invalid interpolation in \"100$\": a dollar sign that means itself is written $$")]
    public void Text_Mistake_IsSaid(string text, string expected) => Assert.Equal(expected, Assert.Throws<FormatException>(() => new Interpolation(_ => null, new Findings()).Text(text)).Message);

    [Fact]
    public void Read_EnvironmentFile_KnowsQuotesCommentsAndVariables()
    {
        const string text = "# words\nA=1 # one\nexport B=\"two $A\\n\"\nC='$A'\nD\nE=\nF=\"x\ny\"\nG=a#b\n";
        Assert.Equal(
            [new("A", "1"), new("B", "two 1\n"), new("C", "$A"), new("D", null), new("E", ""), new("F", "x\ny"), new("G", "a#b")],
            EnvironmentFile.Read(text, _ => null, new Findings()));
        Assert.Equal("line 2: a quote is not closed", Assert.Throws<FormatException>(() => EnvironmentFile.Read("A=1\nB='x", _ => null, new Findings())).Message);
    }

    [Fact]
    public void Read_ServiceWithoutMuch_IsADeploymentAndAName()
    {
        var project = Read("services:\n  web:\n    image: nginx\n    ports: ['80:8080']\n  db: {image: 'db:2'}\n");
        Assert.Equal(["Service/web", "Deployment/web", "Service/db", "Deployment/db"], Kinds(project));
        var web = project.Services[0].Definition;
        Assert.Empty(web.Networks);
        Assert.Equal([new PublishedPort(80, 8080)], web.Ports);
    }

    [Theory]
    [InlineData("", "Deployment")]
    [InlineData("restart: always", "Deployment")]
    [InlineData("restart: unless-stopped", "Deployment")]
    [InlineData("restart: 'no'", "Pod Never")]
    [InlineData("restart: no", "Pod Never")]
    [InlineData("restart: on-failure", "Pod OnFailure")]
    [InlineData("deploy: {restart_policy: {condition: none}}", "Pod Never")]
    [InlineData("deploy: {mode: replicated-job}", "Pod OnFailure")]
    public void Read_Restart_DecidesTheKind(string line, string expected)
    {
        var workload = Assert.Single(Read($"services:\n  web:\n    image: x\n    {line}\n").Services[0].Workloads);
        Assert.Equal(expected, $"{workload.Text("kind")} {workload.Text("spec", "restartPolicy")}".Trim());
    }

    [Theory]
    [InlineData("command: echo \"a b\"", "args", "echo|a b")]
    [InlineData("command: [echo, $$x]", "args", "echo|$x")]
    [InlineData("entrypoint: /run me", "command", "/run|me")]
    [InlineData("entrypoint: []", "command", "")]
    [InlineData("command: ", "args", "")]
    public void Read_Command_IsWords(string line, string field, string expected) => Assert.Equal(expected, string.Join('|', Container($"    {line}\n").Texts(field)));

    [Theory]
    [InlineData("environment: {A: 1, B: 'null', C: true, D: }", "A=1 B=null C=true")]
    [InlineData("environment: [A=1, 'B=x=y', D, HOST]", "A=1 B=x=y HOST=here")]
    [InlineData("environment: {HOST: }", "HOST=here")]
    [InlineData("environment: {A: $NONE}", "A=")]
    public void Read_Environment_AsMapOrList(string line, string expected)
    {
        _environment["HOST"] = "here";
        Assert.Equal(expected, string.Join(' ', Container($"    {line}\n").Objects("env").Select(e => $"{e.Text("name")}={e.Text("value")}")));
    }

    [Fact]
    public void Read_EnvFile_LosesAgainstEnvironment()
    {
        Write("web.env", "A=1\nB=2\n");
        Assert.Equal("A=1 B=3", string.Join(' ', Container("    environment: {B: 3}\n    env_file: [web.env, {path: no.env, required: false}]\n").Objects("env").Select(e => $"{e.Text("name")}={e.Text("value")}")));
    }

    [Fact]
    public void Read_Healthcheck_IsProbes()
    {
        var container = Container("    healthcheck: {test: [CMD-SHELL, 'curl -f localhost'], interval: 10s, timeout: 3s, retries: 2, start_period: 30s}\n");
        Assert.Equal(["/bin/sh", "-c", "curl -f localhost"], container.Texts("readinessProbe", "exec", "command"));
        Assert.Equal((10L, 3L, 2L), (container.Number("livenessProbe", "periodSeconds"), container.Number("livenessProbe", "timeoutSeconds"), container.Number("livenessProbe", "failureThreshold")));
        Assert.Equal((1L, 50L), (container.Number("startupProbe", "periodSeconds"), container.Number("startupProbe", "failureThreshold")));
        Assert.Null(Container("    healthcheck: {test: [NONE]}\n")["readinessProbe"]);
    }

    [Theory]
    [InlineData("data:/x:ro", "Volume shop_data /x True")]
    [InlineData("/srv:/x", "Bind /srv /x False")]
    [InlineData("/x", "Scratch  /x False")]
    [InlineData("{type: tmpfs, target: /x}", "Memory  /x False")]
    [InlineData("{type: volume, source: outer, target: /x, read_only: true}", "Volume outer /x True")]
    public void Read_Volume_IsAMount(string volume, string expected)
    {
        var mount = Assert.Single(Read($"name: shop\nservices:\n  web:\n    image: x\n    volumes:\n    - {volume}\nvolumes: {{data: , outer: {{external: true}}}}\n").Services[0].Definition.Mounts);
        Assert.Equal(expected, $"{mount.Kind} {mount.Source} {mount.Target} {mount.ReadOnly}");
    }

    [Fact]
    public void Read_ConfigsAndSecrets_AreFiles()
    {
        Write("app.conf", "x=1\n");
        _environment["PASSWORD"] = "change-me";
        var project = Read("name: shop\nservices:\n  web:\n    image: x\n    configs: [{source: app, target: /etc/app.conf, mode: 0440}]\n    secrets: [pw, outer]\n"
            + "configs: {app: {file: app.conf}}\nsecrets: {pw: {environment: PASSWORD}, outer: {external: true}}\n");
        Assert.Equal(["ConfigMap/shop-app", "Secret/shop-pw"], project.Files.Select(f => $"{f.Text("kind")}/{f.Name()}"));
        Assert.Equal("x=1\n", project.Files[0].Text("data", "app"));
        Assert.Equal(["/etc/app.conf app 288", "/run/secrets/pw pw ", "/run/secrets/outer outer "], project.Services[0].Definition.Files.Select(f => $"{f.Target} {f.Key} {f.Mode}"));
        Assert.NotEmpty(project.Services[0].Definition.PodAnnotations[FileKeys.HashAnnotation]);
    }

    [Fact]
    public void Read_DependsOn_OrdersServices()
    {
        var project = Read("services:\n  a: {image: x, depends_on: {b: {condition: service_completed_successfully}, c: {condition: service_healthy}}}\n  b: {image: x, depends_on: [c]}\n  c: {image: x}\n");
        Assert.Equal(["c", "b", "a"], project.Services.Select(s => s.Name));
        Assert.Equal(RestartRule.Never, project.Services[1].Definition.Restart);
        Assert.Equal([DependencyCondition.Completed, DependencyCondition.Healthy], project.Services[2].DependsOn.Select(d => d.Condition));
    }

    [Fact]
    public void Read_Networks_SetServicesApart()
    {
        var project = Read("name: shop\nservices:\n  a: {image: x, networks: {front: {aliases: [alpha]}}}\n  b: {image: x}\nnetworks: {front: , back: {name: other}}\n");
        Assert.Equal(["shop-front", "shop-default"], project.Services.SelectMany(s => s.Definition.Networks));
        Assert.Contains("Service/alpha", Kinds(project));
        Assert.Contains("NetworkPolicy/network-shop-front", Kinds(project));
    }

    [Fact]
    public void Read_Deploy_IsCarriedOver()
    {
        var deployment = Read("services:\n  web:\n    image: x\n    deploy:\n      replicas: 4\n      labels: {'a.b/c': 'some (text)'}\n      resources: {limits: {cpus: '0.5', memory: 50M}, reservations: {memory: 20M}}\n"
            + "      update_config: {parallelism: 2, order: start-first, delay: 3s}\n      placement: {constraints: [node.labels.disk == ssd], preferences: [{spread: node.labels.zone}]}\n").Services[0].Workloads.Single();
        Assert.Equal(4, deployment.Number("spec", "replicas"));
        Assert.Equal("some (text)", deployment.Text("metadata", "annotations", "a.b/c"));
        Assert.Equal("""{"limits":{"cpu":"500m","memory":"50Mi"},"requests":{"memory":"20Mi"}}""", deployment.At("spec", "template", "spec").Objects("containers")[0]["resources"]!.ToJsonString());
        Assert.Equal((2, 3), (deployment.Number("spec", "strategy", "rollingUpdate", "maxSurge"), deployment.Number("spec", "minReadySeconds")));
        Assert.Equal("ssd", deployment.Text("spec", "template", "spec", "nodeSelector", "disk"));
        Assert.Equal("zone", deployment.At("spec", "template", "spec").Objects("topologySpreadConstraints")[0].Text("topologyKey"));
    }

    [Fact]
    public void Read_OverrideFile_IsLaidOver()
    {
        Write("docker-compose.override.yml", "services:\n  web:\n    command: [other]\n    environment: {B: 2}\n    ports: ['81:81']\n    volumes: ['/c:/x']\n    dns: !reset []\n");
        var web = Read("services:\n  web:\n    image: x\n    command: [some, words]\n    environment: [A=1, B=1]\n    ports: ['80:80']\n    volumes: ['/a:/x', '/b:/y']\n    dns: [1.1.1.1]\n").Services[0].Definition;
        Assert.Equal(["other"], web.Command);
        Assert.Equal([new("A", "1"), new("B", "2")], web.Environment.OrderBy(e => e.Key));
        Assert.Equal([80, 81], web.Ports.Select(p => p.Published));
        Assert.Equal(["/b:/y", "/c:/x"], web.Mounts.Select(m => $"{m.Source}:{m.Target}"));
        Assert.Empty(web.Host.NameServers);
    }

    [Fact]
    public void Read_Extends_FromHereAndFromAnotherFile()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "common"));
        Write("common/base.yml", "services:\n  base:\n    image: x\n    environment: {A: 1}\n    volumes: ['./data:/data']\n");
        var web = Read("services:\n  web:\n    extends: {service: middle}\n    environment: {B: 2}\n  middle:\n    extends: {file: common/base.yml, service: base}\n    environment: {A: 3}\n").Services[0].Definition;
        Assert.Equal("x", web.Image);
        Assert.Equal([new("A", "3"), new("B", "2")], web.Environment.OrderBy(e => e.Key));
        Assert.Equal(Path.Combine(_folder, "common/data"), web.Mounts[0].Source);
    }

    [Fact]
    public void Read_Profiles_AreOffUnlessAskedFor()
    {
        const string text = "services:\n  web: {image: x}\n  debug: {image: x, profiles: [tools]}\n";
        Assert.Equal(["web"], Read(text).Services.Select(s => s.Name));
        Assert.Equal(["web", "debug"], Read(text, profile: "tools").Services.Select(s => s.Name));
    }

    [Theory]
    [InlineData("    image: x\n    imagee: y\n", "docker-compose.yml:4: services.web.imagee: unknown key; did you mean \"image\"?")]
    [InlineData("    restart: never\n    image: x\n", "docker-compose.yml:3: services.web.restart: must be \"no\", always, on-failure or unless-stopped, not \"never\"")]
    [InlineData("    build: .\n    ports: [x]\n", "docker-compose.yml:4: services.web.ports[0]: \"x\": \"x\" is not a port, which is a number from 1 to 65535")]
    [InlineData("    command: [a]\n", "docker-compose.yml:2: services.web: says neither image nor build")]
    [InlineData("    image: x\n    depends_on: [wbe]\n", "docker-compose.yml:4: services.web.depends_on[0]: there is no service \"wbe\"; did you mean \"web\"?")]
    [InlineData("    image: x\n    volumes: ['data:/x']\n", "docker-compose.yml:4: services.web.volumes[0]: there is no volume \"data\" below the file's volumes")]
    [InlineData("    image: ${IMAGE:?which}\n", "docker-compose.yml:3: services.web.image: required variable IMAGE is missing a value: which")]
    [InlineData("    image: x\n    extends: other\n", "docker-compose.yml:4: services.web.extends: there is no service \"other\"")]
    [InlineData("    image: x\n    deploy: {replicas: some}\n", "docker-compose.yml:4: services.web.deploy.replicas: must be a whole number, not \"some\"")]
    public void Read_Mistake_IsNamedByLineAndKey(string lines, string expected) => Assert.Equal(expected, Read("services:\n  web:\n" + lines, valid: false).Findings.Errors[0].ToString());

    [Theory]
    [InlineData("ulimits: {nofile: 9}", "docker-compose.yml:4: services.web.ulimits: pods have no ulimits")]
    [InlineData("user: root", "docker-compose.yml:4: services.web.user: the cluster knows users by number only")]
    [InlineData("ports: ['127.0.0.1:80:80']", "docker-compose.yml:4: services.web.ports[0]: is published on every address")]
    [InlineData("deploy: {mode: global}", "docker-compose.yml:4: services.web.deploy.mode: one pod for each node needs DaemonSets")]
    [InlineData("build: ./web", "docker-compose.yml:4: services.web.build: images are not built here; build it with 'docker build -t x ./web'")]
    [InlineData("network_mode: none", "docker-compose.yml:4: services.web.network_mode: \"none\" has no counterpart")]
    public void Read_WhatHasNoCounterpart_IsListed(string line, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Read($"services:\n  web:\n    image: x\n    {line}\n").Findings.NotCarried).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("true", "", false, "", "true")]
    [InlineData("true", "web", true, "", "web")]
    [InlineData("true", "a.yml web", false, "a.yml", "web")]
    [InlineData("true true", "a.yml web", true, "a.yml", "web")]
    public void FollowOrFile_WordAfterTheFlag_Decides(string flags, string words, bool follow, string files, string services)
    {
        var result = ComposeLogsVerb.FollowOrFile(flags.Split(' '), words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((files, follow || words.Length == 0), (string.Join(' ', result.Files), result.Follow));
        Assert.Equal(words.Length == 0 ? "" : services, string.Join(' ', result.Services));
    }

    [Theory]
    [InlineData("Started", true)]
    [InlineData("Healthy", false)]
    [InlineData("Completed", false)]
    public void IsMet_RunningPodThatIsNotReady_HasStartedOnly(string condition, bool expected)
    {
        var pod = (JsonObject)JsonNode.Parse("""{"status":{"phase":"Running","conditions":[{"type":"Ready","status":"False"}]}}""")!;
        Assert.Equal(expected, ServiceWait.IsMet(new ServiceDefinition { Name = "x", Restart = RestartRule.OnFailure }, Enum.Parse<DependencyCondition>(condition), null, [pod]));
    }

    [Fact]
    public void Failed_EndedBadly_SaysWith()
    {
        var pod = (JsonObject)JsonNode.Parse("""{"status":{"phase":"Failed","containerStatuses":[{"state":{"terminated":{"exitCode":3}}}]}}""")!;
        Assert.Equal("ended with exit code 3", ServiceWait.Failed(new ServiceDefinition { Name = "x", Restart = RestartRule.Never }, [pod]));
        Assert.Null(ServiceWait.Failed(new ServiceDefinition { Name = "x", Restart = RestartRule.OnFailure }, [pod]));
    }

    [Fact]
    public async Task Convert_InvalidFile_ListsEverything()
    {
        Write("bad.yml", "services:\n  web: {imag: x}\n  db: {image: x, restart: maybe}\n");
        var terminal = new TestTerminal();
        Assert.Equal(1, await terminal.RunAsync("compose", "-f", Path.Combine(_folder, "bad.yml"), "convert"));
        Assert.Contains("3 things are wrong", terminal.Error, StringComparison.Ordinal);
        Assert.Empty(terminal.Out);
    }

    /// <summary>The example's objects, line for line; after a change on purpose the expected text is what <c>kctl compose convert</c> prints.</summary>
    [Fact]
    public async Task Convert_Example_PrintsItsObjects()
    {
        var terminal = new TestTerminal();
        Assert.Equal(0, await terminal.RunAsync("compose", "-f", Path.Combine(Repository.Root, "examples/compose/docker-compose.yml"), "convert"));
        var expected = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests/Kctl.Tests/testdata/compose-example.yaml"));
        Assert.Equal(expected, terminal.Out.Replace(Repository.Root, "/repository"));
        Assert.NotEmpty(YamlJson.ReadAll(terminal.Out));
    }

    private static List<string> Kinds(ComposeProject project) => [.. project.Objects.Select(o => $"{o.Text("kind")}/{o.Name()}")];

    private JsonObject Container(string lines) => Read("services:\n  web:\n    image: x:1\n" + lines).Services[0].Workloads.First().At("spec", "template", "spec").Objects("containers")[0];

    private ComposeProject Read(string text, bool valid = true, string? profile = null)
    {
        Write("docker-compose.yml", text);
        var project = ProjectReader.Read(new ComposeRequest { Folder = _folder, Environment = n => _environment.GetValueOrDefault(n), Profiles = profile is null ? [] : [profile] });
        Assert.Equal(valid, project.Findings.Errors.Count == 0);
        return project;
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
